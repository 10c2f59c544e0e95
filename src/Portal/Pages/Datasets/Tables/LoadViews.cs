using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Asks how a file is on its way into the DataStore.</summary>
internal sealed class LoadViews(Questions questions, ActionRegistry actions)
{
    private const string Action = "table_load_show";

    /// <summary>Null for links, and where nothing loads files.</summary>
    public async Task<LoadInfo?> FindAsync(ResourceInfo resource, CancellationToken ct) =>
        resource.IsUpload && actions.TryFind(Action, out _) ? await questions.AskAsync<LoadInfo>(Action, new JsonObject { ["id"] = resource.Id }, ct) : null;
}
