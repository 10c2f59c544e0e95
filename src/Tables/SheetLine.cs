namespace Purbalingga.Tables;

/// <summary>A line of texts in a sheet for people. The first is bold, all of them in a heading.</summary>
/// <param name="Cells">From the first column on.</param>
/// <param name="IsHeading">Whether it stands over others.</param>
public sealed record SheetLine(IReadOnlyList<string> Cells, bool IsHeading = false)
{
    /// <summary>A name and its value.</summary>
    public SheetLine(string name, string value) : this([name, value])
    {
    }
}
