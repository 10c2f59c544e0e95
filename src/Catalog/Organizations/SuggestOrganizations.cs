using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_autocomplete", Access.Anyone, ReadOnly = true)]
[Doc("Organizations whose name or title contains a text.")]
internal sealed class SuggestOrganizations(GroupTitles titles) : IAction<AutocompleteRequest, IReadOnlyList<GroupSuggestion>>
{
    public ValueTask<IReadOnlyList<GroupSuggestion>> RunAsync(AutocompleteRequest request, Caller caller, CancellationToken ct) =>
        ValueTask.FromResult(GroupSuggestion.Find(titles, GroupKind.Organization, request));
}
