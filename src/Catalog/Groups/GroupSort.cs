using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Order of a list of organizations or groups.</summary>
/// <param name="Field">name, title or package_count.</param>
internal sealed record GroupSort(string Field, bool Descending)
{
    private const string DatasetCount = "package_count";

    public bool ByDatasetCount => Field == DatasetCount;

    /// <summary>Reads CKAN's <c>sort</c>: one field and perhaps a direction.</summary>
    /// <exception cref="InvalidException"><c>{message: ...}</c> in CKAN's words.</exception>
    public static GroupSort Parse(string text)
    {
        var parts = text.Split(',').Select(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var part in parts)
        {
            var field = part.FirstOrDefault("");
            if (field is not ("name" or "title" or "packages" or DatasetCount))
            {
                throw InvalidException.Text($"Cannot sort by field `{field}`");
            }

            if (part.Length > 1 && part[1].ToLowerInvariant() is not ("asc" or "desc"))
            {
                throw InvalidException.Text($"Invalid sort direction `{part[1].ToLowerInvariant()}`");
            }
        }

        if (parts.Count > 1)
        {
            throw InvalidException.Text("Too many sort criteria provided only 1 allowed");
        }

        var byCount = parts[0][0] is "packages" or DatasetCount;
        return new GroupSort(byCount ? DatasetCount : parts[0][0], parts[0].Length > 1 ? parts[0][1].Equals("desc", StringComparison.OrdinalIgnoreCase) : byCount);
    }
}
