using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>One suggestion.</summary>
internal sealed record GroupSuggestion(string Id, string Name, string? Title)
{
    /// <exception cref="InvalidException"><c>{q: ["Missing value"]}</c></exception>
    public static IReadOnlyList<GroupSuggestion> Find(GroupTitles titles, GroupKind kind, AutocompleteRequest request) => request.Q is null
        ? throw InvalidException.Field("q", "Missing value")
        : [.. titles.Search(request.Q, kind.IsOrganization, request.Limit).Select(g => new GroupSuggestion(g.Id, g.Name, g.Title))];
}
