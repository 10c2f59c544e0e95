namespace Purbalingga.Tables;

/// <summary>A sentence for people, in both languages of the portal.</summary>
/// <param name="Indonesian">Shown first on the portal.</param>
/// <param name="English">Also the message of exceptions and of the log.</param>
public sealed record TableMessage(string Indonesian, string English)
{
    /// <summary>The sentence in the language of <paramref name="culture"/>: English for <c>en*</c>, else Indonesian.</summary>
    public string In(string? culture) =>
        culture is not null && culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Indonesian;
}
