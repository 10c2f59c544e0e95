namespace Purbalingga.Catalog.Actions;

/// <summary>Makes a class an action that callers reach as <c>/api/3/action/NAME</c>.</summary>
/// <param name="name">CKAN's wire name, such as <c>package_show</c>.</param>
/// <param name="access">Who may call it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CkanActionAttribute(string name, Access access) : Attribute
{
    public string Name { get; } = name;

    public Access Access { get; } = access;

    /// <summary>True for actions without side effects: GET is allowed and no transaction is opened.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// True for actions that write elsewhere than in the records, or slowly: no transaction is opened around them and nothing waits for them. They call
    /// <c>WriteTransactions</c> for the little that they change in the records.
    /// </summary>
    public bool OwnTransactions { get; init; }

    /// <summary>True where CKAN's envelope names the datasets that were changed (<c>changed_entities</c>).</summary>
    public bool TellsChanges { get; init; }

    /// <summary>Text after <c>Access denied: </c> when <see cref="Access"/> refuses the caller; null for the bare text.</summary>
    public string? Denied { get; init; }

    /// <summary>
    /// Name in OpenAPI of what <c>result</c> holds, one of <see cref="ActionResultShapes"/>; null when the result type says it all.
    /// </summary>
    public string? Result { get; init; }
}
