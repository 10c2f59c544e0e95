namespace Purbalingga.Portal.Pages.Forms;

/// <summary>A labelled box of a form with its errors.</summary>
/// <param name="Name">Name and id of the box.</param>
/// <param name="Label">Shown above.</param>
/// <param name="Errors">Of the whole form; those of this field are shown beside it.</param>
internal sealed record TextField(string Name, string Label, string? Value, FormErrors Errors)
{
    public string? Hint { get; init; }

    /// <summary>text, email, password, url; <c>area</c> for several lines.</summary>
    public string Type { get; init; } = "text";

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 1000;

    public string Autocomplete { get; init; } = "off";

    /// <summary>Id of the box that this one follows as its slug.</summary>
    public string? SlugOf { get; init; }
}
