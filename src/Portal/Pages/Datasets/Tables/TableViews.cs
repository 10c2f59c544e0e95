using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Asks the DataStore what the page of a table shows.</summary>
internal sealed class TableViews(Questions questions, CkanSettings settings)
{
    /// <summary>The columns of a resource's table, <c>_id</c> first; null when it has no table after all.</summary>
    public async Task<IReadOnlyList<TableField>?> FieldsAsync(string resourceId, CancellationToken ct)
    {
        try
        {
            var answer = await questions.AskAsync<TableRows>(
                "datastore_search", new JsonObject { ["resource_id"] = resourceId, ["limit"] = 0, ["include_total"] = false, ["records_format"] = "lists" }, ct);
            return answer.Fields;
        }
        catch (NotFoundException)
        {
            return null; // dropped since the dataset was rendered
        }
    }

    /// <summary>What one address shows of a table, without its rows.</summary>
    public TablePage Page(string resourceId, string path, TableQuery query, IReadOnlyList<TableField> fields) => new(resourceId, path, query, fields, new TableFilters(fields, query))
    {
        HasSql = settings.Flag("ckan.datastore.sqlsearch.enabled"),
    };

    /// <summary>The rows of a page.</summary>
    public async Task<TablePage> WithRowsAsync(TablePage page, CancellationToken ct)
    {
        var parameters = page.Parameters();
        parameters["fields"] = new JsonArray([.. page.Shown.Select(f => (JsonNode)f.Id)]);
        parameters["limit"] = page.Query.Size;
        parameters["offset"] = (long)(page.Query.Page - 1) * page.Query.Size;
        parameters["records_format"] = "lists";
        try
        {
            return page with { Rows = await questions.AskAsync<TableRows>("datastore_search", parameters, ct) };
        }
        catch (InvalidException error)
        {
            return page with { Failure = FailureOf(error) };
        }
        catch (NotFoundException)
        {
            return page with { Failure = "table.failure.gone" };
        }
    }

    /// <summary>Key of the text for an answer that the store refused.</summary>
    public static string FailureOf(InvalidException error) =>
        error.Errors.ToJsonString().Contains("took too long", StringComparison.Ordinal) ? "table.failure.slow" : "table.failure.query";
}
