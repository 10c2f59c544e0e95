namespace Purbalingga.Catalog.Actions;

/// <summary>The one way in: HTTP, pages, harvesters and the command line call actions through it.</summary>
public interface IActionRunner
{
    ActionRegistry Registry { get; }

    /// <summary>Runs an action by its wire name.</summary>
    /// <returns>UTF-8 JSON of what the envelope's <c>result</c> holds.</returns>
    /// <exception cref="KeyNotFoundException">No such action; ask <see cref="Registry"/> first.</exception>
    /// <exception cref="CatalogException">Every answer that isn't success.</exception>
    async ValueTask<ReadOnlyMemory<byte>> RunAsync(string name, ActionInput input, Caller caller, CancellationToken ct)
    {
        var answer = await AnswerAsync(name, input, caller, ct);
        if (answer.Streamed is not { } streamed)
        {
            return answer.Result;
        }

        await using (streamed)
        {
            return await streamed.BytesAsync(ct);
        }
    }

    /// <inheritdoc cref="RunAsync"/>
    /// <summary>As <see cref="RunAsync"/>, with what an envelope tells beside the result.</summary>
    ValueTask<ActionAnswer> AnswerAsync(string name, ActionInput input, Caller caller, CancellationToken ct);
}
