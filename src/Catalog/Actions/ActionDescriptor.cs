using System.Text.Json;

namespace Purbalingga.Catalog.Actions;

/// <summary>Everything that dispatch, help, OpenAPI and the authorization matrix need to know of one action.</summary>
public sealed class ActionDescriptor
{
    internal ActionDescriptor(
        CkanActionAttribute attribute,
        Type action,
        Type result,
        string summary,
        IReadOnlyList<ActionParameter> parameters,
        Func<IServiceProvider, ActionInput, Caller, CancellationToken, ValueTask<ActionAnswer>> invoke)
    {
        Name = attribute.Name;
        Capability = action.Namespace!.Split('.')[^1];
        ResultType = result;
        Access = attribute.Access;
        ReadOnly = attribute.ReadOnly;
        OwnTransactions = attribute.OwnTransactions;
        Denied = attribute.Denied;
        TellsChanges = attribute.TellsChanges;
        ResultShape = attribute.Result ?? ActionResultShapes.Any;
        Summary = summary;
        Parameters = parameters;
        Invoke = invoke;
    }

    /// <summary>CKAN's wire name.</summary>
    public string Name { get; }

    /// <summary>The folder it lives in, such as <c>Datasets</c>.</summary>
    public string Capability { get; }

    /// <summary>What it gives back; <see cref="RawJson"/> and JSON nodes are described by <see cref="ResultShape"/>.</summary>
    public Type ResultType { get; }

    public Access Access { get; }

    /// <summary>May be called by GET and opens no transaction.</summary>
    public bool ReadOnly { get; }

    /// <inheritdoc cref="CkanActionAttribute.OwnTransactions"/>
    public bool OwnTransactions { get; }

    public string? Denied { get; }

    /// <inheritdoc cref="CkanActionAttribute.TellsChanges"/>
    public bool TellsChanges { get; }

    public string ResultShape { get; }

    /// <summary>One or a few sentences, shown by <c>help_show</c> and in OpenAPI.</summary>
    public string Summary { get; }

    public IReadOnlyList<ActionParameter> Parameters { get; }

    internal Func<IServiceProvider, ActionInput, Caller, CancellationToken, ValueTask<ActionAnswer>> Invoke { get; }

    internal static ActionAnswer AnswerOf<TResult>(TResult result) =>
        result is StreamedJson streamed ? new ActionAnswer(default, [], streamed) : new ActionAnswer(Utf8Of(result), []);

    private static ReadOnlyMemory<byte> Utf8Of<TResult>(TResult result) => result switch
    {
        RawJson raw => raw.Utf8,
        Nothing or null => "null"u8.ToArray(),
        _ => JsonSerializer.SerializeToUtf8Bytes(result, CatalogJson.Options),
    };
}
