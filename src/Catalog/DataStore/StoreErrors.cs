using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>From engines' refusals to CKAN's answers.</summary>
internal static class StoreErrors
{
    /// <summary>Of a write.</summary>
    /// <param name="creating">CKAN writes one sentence differently in datastore_create.</param>
    public static CatalogException OfWrite(DataStoreException error, string resourceId, bool creating) => error.Error switch
    {
        DataStoreError.TableNotFound => new NotFoundException($"Resource \"{resourceId}\" was not found."),
        DataStoreError.BadValue or DataStoreError.DuplicateKey => Records(error),
        DataStoreError.KeyClash => new InvalidException(new JsonObject
        {
            ["constraints"] = new JsonArray($"Cannot insert records or create index{(creating ? "" : " ")}because of uniqueness constraint"),
            ["info"] = new JsonObject { ["orig"] = error.Message, ["pgcode"] = "23505" },
        }),
        DataStoreError.NameTaken => InvalidException.Field("alias", error.Message),
        DataStoreError.TooSlow => InvalidException.Field("query", "Query took too long"),
        DataStoreError.Query => OfQuery(error),
        _ => InvalidException.Field("datastore", error.Message),
    };

    /// <summary>Of a search.</summary>
    public static CatalogException OfSearch(DataStoreException error, string resourceId) => error.Error switch
    {
        DataStoreError.TableNotFound => new NotFoundException($"DataStore table \"{resourceId}\" was not found."),
        DataStoreError.TooSlow => InvalidException.Field("query", "Search took too long"),
        DataStoreError.NotSupported => InvalidException.Field("datastore", error.Message),
        _ => OfQuery(error),
    };

    /// <summary>Of a caller's SQL.</summary>
    public static CatalogException OfSql(DataStoreException error, string sql) => error.Error switch
    {
        DataStoreError.SqlNotSingle => InvalidException.Text("Query is not a single statement"),
        DataStoreError.SqlSyntax => InvalidException.Text($"Invalid SQL: {error.Message}, at index {error.Position ?? 0}"),
        DataStoreError.SqlStatement => InvalidException.Text($"Invalid query AST element: {error.Subject}"),
        DataStoreError.SqlFunction => new NotAuthorizedException($"Not authorized to call function {error.Subject}"),
        DataStoreError.SqlSystemTable => new NotAuthorizedException("Not authorized to access system tables"),
        DataStoreError.SqlTable or DataStoreError.TableNotFound => new NotFoundException(),
        DataStoreError.TooSlow => InvalidException.Field("query", "Query took too long"),
        _ => OfQuery(error, sql),
    };

    /// <summary><c>Invalid query</c> of one value, with what CKAN tells of its statement: ours is another, so the value stands for it.</summary>
    public static InvalidException OfValue(DataStoreException error, JsonNode? value) => new(new JsonObject
    {
        ["query"] = new JsonArray("Invalid query"),
        ["info"] = new JsonObject
        {
            ["statement"] = new JsonArray("datastore_search"),
            ["params"] = new JsonArray(new JsonObject { ["value_0"] = value?.DeepClone() }),
            ["orig"] = new JsonArray(error.Message),
        },
    });

    private static InvalidException OfQuery(DataStoreException error, string? sql = null) => new(new JsonObject
    {
        ["query"] = new JsonArray(sql is null ? "Invalid query" : error.Message),
        ["info"] = new JsonObject
        {
            ["statement"] = new JsonArray(sql ?? "datastore_search"),
            ["params"] = new JsonArray(new JsonObject()),
            ["orig"] = new JsonArray(error.Message),
        },
    });

    private static InvalidException Records(DataStoreException error)
    {
        var errors = new JsonObject { ["records"] = new JsonArray(error.Message) };
        if (error.Row is { } row)
        {
            errors["records_row"] = row;
        }

        return new InvalidException(errors);
    }
}
