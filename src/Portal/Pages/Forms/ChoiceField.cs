namespace Purbalingga.Portal.Pages.Forms;

/// <summary>A labelled list to choose one value from.</summary>
/// <param name="Choices">Value and what is shown for it.</param>
internal sealed record ChoiceField(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Text)> Choices, FormErrors Errors)
{
    public string? Hint { get; init; }

    public bool Required { get; init; }
}
