using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>
/// Names and titles of all organizations and groups from memory, for display names of facets and for
/// suggestions. Read once at first use, then kept equal to the
/// records by the change log.
/// </summary>
public sealed class GroupTitles(IDbContextFactory<CatalogContext> contexts) : IChangeFollower
{
    private static readonly Expression<Func<Group, GroupTitle>> Titles = g => new GroupTitle(g.Id, g.Name, g.Title, g.IsOrganization, g.State, g.Created);

    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<string, GroupTitle> _byId = new();
    private readonly ConcurrentDictionary<string, string> _idByName = new();
    private volatile bool _loaded;

    /// <summary>The organization or group of an id or a name, whatever its state; null when there is none.</summary>
    public GroupTitle? Find(string idOrName)
    {
        if (!_loaded)
        {
            Load();
        }

        return _byId.TryGetValue(idOrName, out var title) || (_idByName.TryGetValue(idOrName, out var id) && _byId.TryGetValue(id, out title)) ? title : null;
    }

    /// <summary>Display name of an id or name; the text itself when nothing is called so.</summary>
    public string DisplayName(string idOrName) => Find(idOrName)?.DisplayName ?? idOrName;

    /// <summary>Active organizations (or groups) whose name or title contains a text in any case, the oldest first as CKAN gives them.</summary>
    public IReadOnlyList<GroupTitle> Search(string text, bool organizations, int limit)
    {
        if (!_loaded)
        {
            Load();
        }

        return [.. _byId.Values
            .Where(g => g.IsOrganization == organizations && g.State == RecordState.Active)
            .Where(g => g.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || g.Title?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            .OrderBy(g => g.Created).ThenBy(g => g.Name, StringComparer.Ordinal).Take(limit)];
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        var reset = changes.Any(c => c.Kind == ChangeKind.Reset);
        var ids = changes.Where(c => c.Kind == ChangeKind.GroupChanged).Select(c => c.ObjectId).Distinct().ToList();
        if (!reset && ids.Count == 0)
        {
            return;
        }

        lock (_turn)
        {
            if (reset)
            {
                _loaded = false;
            }
            else if (_loaded)
            {
                using var context = contexts.CreateDbContext();
                Replace(ids, context.Groups.AsNoTracking().Where(g => ids.Contains(g.Id)).Select(Titles).ToList());
            }
        }
    }

    private void Load()
    {
        lock (_turn)
        {
            if (_loaded)
            {
                return;
            }

            using var context = contexts.CreateDbContext();
            Replace([.. _byId.Keys], context.Groups.AsNoTracking().Select(Titles).ToList());
            _loaded = true;
        }
    }

    private void Replace(List<string> ids, List<GroupTitle> titles)
    {
        foreach (var id in ids)
        {
            if (_byId.TryRemove(id, out var old))
            {
                _idByName.TryRemove(new KeyValuePair<string, string>(old.Name, id));
            }
        }

        foreach (var title in titles)
        {
            _byId[title.Id] = title;
            _idByName[title.Name] = title.Id;
        }
    }
}
