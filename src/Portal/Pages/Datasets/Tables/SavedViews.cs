using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Finds a saved view and draws it.</summary>
internal sealed class SavedViews(Questions questions, TableViews tables, ChartViews charts, MapViews maps)
{
    /// <exception cref="NotFoundException">No such dataset, resource or view, or they do not belong together.</exception>
    public async Task<ShownView> ShowAsync(string dataset, string resource, string view, CancellationToken ct)
    {
        var info = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = dataset }, ct);
        var file = (info.Resources ?? []).FirstOrDefault(r => r.Id == resource) ?? throw new NotFoundException();
        var saved = await questions.AskAsync<SavedView>("resource_view_show", new JsonObject { ["id"] = view }, ct);
        if (saved.ResourceId != resource)
        {
            throw new NotFoundException();
        }

        var shown = new ShownView(info, file, saved, null, null, null);
        if (!saved.IsOfTable || !file.HasTable || await tables.FieldsAsync(resource, ct) is not { } fields)
        {
            return shown;
        }

        var query = saved.ToQuery();
        var table = tables.Page(resource, shown.ResourcePath, query, fields) with { IsSaved = true };
        return query.Show switch
        {
            "chart" when table.HasSql => shown with { Table = table, Chart = await charts.DrawAsync(table, ct) },
            "map" when table.HasMap => shown with { Table = table, Map = await maps.DrawAsync(table, ct) },
            "chart" or "map" => shown with { Table = table },
            _ => shown with { Table = await tables.WithRowsAsync(table, ct) },
        };
    }
}
