using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_autocomplete", Access.Anyone, ReadOnly = true)]
[Doc("Groups whose name or title contains a text.")]
internal sealed class SuggestGroups(GroupTitles titles) : IAction<AutocompleteRequest, IReadOnlyList<GroupSuggestion>>
{
    public ValueTask<IReadOnlyList<GroupSuggestion>> RunAsync(AutocompleteRequest request, Caller caller, CancellationToken ct) =>
        ValueTask.FromResult(GroupSuggestion.Find(titles, GroupKind.Group, request));
}
