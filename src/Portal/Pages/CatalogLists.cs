using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>Organizations, themes and licenses as everybody may see them, read once after each change of the catalog.</summary>
internal sealed class CatalogLists(IActionRunner runner, ChangeFeed changes) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Snapshot? _snapshot;

    /// <summary>All organizations by title.</summary>
    public async ValueTask<IReadOnlyList<GroupInfo>> OrganizationsAsync(CancellationToken ct) => (await CurrentAsync(ct)).Organizations;

    /// <summary>All themes by title.</summary>
    public async ValueTask<IReadOnlyList<GroupInfo>> ThemesAsync(CancellationToken ct) => (await CurrentAsync(ct)).Themes;

    /// <summary>All licenses in the order of the register.</summary>
    public async ValueTask<IReadOnlyList<LicenseInfo>> LicensesAsync(CancellationToken ct) => (await CurrentAsync(ct)).Licenses;

    public void Dispose() => _turn.Dispose();

    private async ValueTask<Snapshot> CurrentAsync(CancellationToken ct)
    {
        if (_snapshot is { } known && known.Sequence == changes.Applied)
        {
            return known;
        }

        await _turn.WaitAsync(ct);
        try
        {
            var sequence = changes.Applied;
            if (_snapshot is { } meanwhile && meanwhile.Sequence == sequence)
            {
                return meanwhile;
            }

            var licenses = Questions.Read<List<LicenseInfo>>(await runner.RunAsync("license_list", new ActionInput([]), Caller.Anonymous, ct));
            return _snapshot = new Snapshot(sequence, await AllAsync("organization_list", ct), await AllAsync("group_list", ct), licenses);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<GroupInfo>> AllAsync(string action, CancellationToken ct)
    {
        var all = new List<GroupInfo>();
        while (true)
        {
            var parameters = new JsonObject { ["all_fields"] = true, ["include_extras"] = true, ["include_groups"] = true, ["sort"] = "title asc", ["offset"] = all.Count };
            var page = Questions.Read<List<GroupInfo>>(await runner.RunAsync(action, new ActionInput(parameters), Caller.Anonymous, ct));
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page);
        }
    }

    private sealed record Snapshot(
        long Sequence, IReadOnlyList<GroupInfo> Organizations, IReadOnlyList<GroupInfo> Themes, IReadOnlyList<LicenseInfo> Licenses);
}
