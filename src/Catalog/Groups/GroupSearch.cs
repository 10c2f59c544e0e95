using System.Collections.Frozen;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Discovery;
using Purbalingga.Search;
using SortKey = Purbalingga.Search.SortKey;

namespace Purbalingga.Catalog.Groups;

/// <summary>Numbers of datasets of organizations and groups, and the newest of them, from the search index: as fast with a million as with ten.</summary>
internal sealed class GroupSearch(ISearchIndex index, DocumentReader documents)
{
    /// <summary>CKAN's <c>package_search</c> answers with so many where nobody asks for more.</summary>
    public const int DefaultPage = 10;

    private const string OwnerField = "owner_org";
    private const string GroupField = "groups";
    private Counted _organizations = Counted.Nothing;
    private Counted _groups = Counted.Nothing;

    /// <summary>Active public datasets of an organization or group.</summary>
    public int Count(Group group) => group.IsOrganization
        ? Counts(ref _organizations, OwnerField).GetValueOrDefault(group.Id)
        : Counts(ref _groups, GroupField).GetValueOrDefault(group.Name);

    /// <summary>Number and newest of those that the caller is shown.</summary>
    /// <param name="newest">How many of them to give; 0 only counts.</param>
    public async ValueTask<GroupContents> ContentsAsync(Group group, Caller caller, int newest, CancellationToken ct)
    {
        var found = index.Search(
            new SearchRequest
            {
                RequiredAny =
                [
                    .. DatasetSearch.Visible(caller, group.IsOrganization && caller.May(group.Id, "read"), [RecordState.Active]),
                    group.IsOrganization ? new RequiredAny(OwnerField, [group.Id]) : new RequiredAny(GroupField, [group.Name]),
                ],
                Sort = [new SortKey("metadata_modified", Descending: true)],
                Rows = newest,
            },
            ct);
        return new GroupContents(found.Count, [.. (await documents.ListAsync([.. found.Hits.Select(h => h.Id)], ct)).Select(d => d.Json)]);
    }

    private FrozenDictionary<string, int> Counts(ref Counted kept, string field)
    {
        var current = Volatile.Read(ref kept);
        var generation = index.Generation;
        if (current.Generation != generation)
        {
            var found = index.Search(new SearchRequest
            {
                RequiredAny = DatasetSearch.Visible(Caller.Anonymous, includePrivate: false, [RecordState.Active]),
                Rows = 0,
                Facets = [new FacetRequest(field, Limit: -1)],
            });
            current = new Counted(found.Generation, found.Facets[0].Values.ToFrozenDictionary(v => v.Value, v => v.Count));
            Volatile.Write(ref kept, current);
        }

        return current.ByValue;
    }

    /// <param name="Generation">State of the index that was counted.</param>
    private sealed record Counted(long Generation, FrozenDictionary<string, int> ByValue)
    {
        public static Counted Nothing { get; } = new(-1, FrozenDictionary<string, int>.Empty);
    }
}
