using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>What a datastore_create asks for, checked in CKAN's order before anything is made.</summary>
internal sealed class TableDraft(IDataStore store, JsonObject data)
{
    private const int MaxName = 63;

    /// <summary>The schema of <c>fields</c>: objects with a usable id.</summary>
    /// <exception cref="IntegrityException">No list of objects.</exception>
    public void RequireFields()
    {
        var errors = new FieldErrors();
        errors.Items("fields", [.. Fields().Select(field =>
        {
            var item = new FieldErrors();
            if (FieldText.Of(field["id"]) is not { Length: > 0 } id)
            {
                item.Add("id", "Missing value");
            }
            else if (!IsName(id))
            {
                item.Add("id", $"\"{id}\" is not a valid field name");
            }

            return item;
        })]);
        errors.ThrowIfAny();
    }

    /// <summary>The whole change.</summary>
    /// <param name="old">The table as it is; null when it is to be made.</param>
    /// <exception cref="InvalidException">In CKAN's words.</exception>
    public async Task<TableChange> ReadAsync(string tableId, DataTable? old, CancellationToken ct)
    {
        var records = RecordsInput.Objects(data);
        var columns = await ColumnsAsync(old, records, ct);
        var dropOthers = InputValues.Flag(data["delete_fields"]);
        var all = (old?.Columns.Where(c => !dropOthers || columns.Any(w => w.Name == c.Name)) ?? []).Concat(columns.Where(c => old?.Find(c.Name) is null)).ToList();
        RequireNames(old, all);
        var change = new TableChange(tableId)
        {
            Columns = columns,
            DropOthers = dropOthers,
            PrimaryKey = Key(all),
            Indexes = Indexes(all),
            Aliases = Aliases(),
            Triggers = Triggers(),
            ReturnRows = InputValues.Flag(data["include_records"]),
        };
        return records is null or { Count: 0 } ? change : WithRows(change, records, all);
    }

    /// <summary>CKAN's rule for names of columns.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.Trim() == name && !name.StartsWith('_') && !name.Contains('"', StringComparison.Ordinal) && !name.Any(char.IsControl);

    private IReadOnlyList<JsonObject> Fields()
    {
        var node = data["fields"];
        if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().TrimStart().StartsWith('['))
        {
            node = TableQueries.Json(node, "fields");
        }

        return node is null ? [] : FieldText.Objects(new JsonObject { ["fields"] = node.DeepClone() }, "fields") ?? [];
    }

    private async Task<List<DataColumn>> ColumnsAsync(DataTable? old, IReadOnlyList<JsonObject>? records, CancellationToken ct)
    {
        var columns = new List<DataColumn>();
        foreach (var field in Fields())
        {
            var name = FieldText.Of(field["id"])!;
            var info = field["info"] is JsonObject given ? given.ToJsonString(CatalogJson.Options) : null;
            columns.Add(new DataColumn(name, old?.Find(name)?.Type ?? await TypeAsync(name, FieldText.Of(field["type"]), records, ct), info));
        }

        foreach (var (name, value) in records is [{ } first, ..] ? first : [])
        {
            if (name != DataNames.RowId && old?.Find(name) is null && columns.TrueForAll(c => c.Name != name))
            {
                columns.Add(IsName(name) ? new DataColumn(name, TypeGuess.Of(value)) : throw InvalidException.Field("fields", $"\"{name}\" is not a valid field name"));
            }
        }

        return columns;
    }

    private async Task<string> TypeAsync(string name, string? declared, IReadOnlyList<JsonObject>? records, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(declared))
        {
            return await store.FindTypeAsync(declared, ct) ?? throw InvalidException.Field("fields", $"\"{declared}\" is not a valid field type");
        }

        return records is [{ } first, ..] && first.TryGetPropertyValue(name, out var value)
            ? TypeGuess.Of(value) : throw InvalidException.Field("fields", $"\"{name}\" type not guessable");
    }

    private static void RequireNames(DataTable? old, List<DataColumn> columns)
    {
        if (columns.Where(c => c.Name.Length > MaxName).Select(c => $"Column heading \"{c.Name}\" exceeds limit of {MaxName} characters.").ToList() is { Count: > 0 } tooLong)
        {
            throw new InvalidException(new JsonObject { ["fields"] = new JsonArray([.. tooLong.Select(text => (JsonNode)text)]) });
        }

        if (columns.Select(c => c.Name).Distinct().Count() < columns.Count)
        {
            throw old is null ? InvalidException.Field("field", "Duplicate column names are not supported") : InvalidException.Field("fields", "Duplicate column names are not supported");
        }
    }

    private IReadOnlyList<string>? Key(List<DataColumn> columns)
    {
        if (!data.ContainsKey("primary_key") || data["primary_key"] is null)
        {
            return null;
        }

        return Known(InputValues.Texts(data["primary_key"]) ?? throw InvalidException.Field("primary_key", "Not a list"), columns);
    }

    private List<IReadOnlyList<string>>? Indexes(List<DataColumn> columns)
    {
        if (!data.ContainsKey("indexes") || data["indexes"] is null)
        {
            return null;
        }

        IEnumerable<IReadOnlyList<string>> lists = data["indexes"] is JsonArray items
            ? items.Select(item => item is JsonArray several ? InputValues.Texts(several) ?? [] : InputValues.Texts(item) ?? [])
            : (InputValues.Texts(data["indexes"]) ?? throw InvalidException.Field("indexes", "Not a list")).Select(name => (IReadOnlyList<string>)[name]);
        return [.. lists.Where(list => list.Count > 0).Select(list => Known(list, columns))];
    }

    private static IReadOnlyList<string> Known(IReadOnlyList<string> names, List<DataColumn> columns) =>
        names.FirstOrDefault(name => name != DataNames.RowId && columns.TrueForAll(c => c.Name != name)) is { } unknown
            ? throw InvalidException.Field("index", $"The field \"{unknown}\" is not a valid column name.") : [.. names.Distinct()];

    private IReadOnlyList<string>? Aliases()
    {
        if (!data.ContainsKey("aliases") || data["aliases"] is null)
        {
            return null;
        }

        var aliases = InputValues.Texts(data["aliases"]) ?? throw InvalidException.Field("aliases", "Not a list");
        return aliases.FirstOrDefault(alias => !IsName(alias) || alias.Contains('%', StringComparison.Ordinal) || alias.Length > MaxName) is { } wrong
            ? throw InvalidException.Field("alias", $"\"{wrong}\" is not a valid alias name") : aliases;
    }

    private List<string>? Triggers()
    {
        if (data["triggers"] is not JsonArray triggers)
        {
            return null;
        }

        return store is IDataFunctions
            ? [.. triggers.Select(item => item is JsonObject trigger && FieldText.Of(trigger["function"]) is { Length: > 0 } name ? name : throw InvalidException.Field("triggers", "Missing value"))]
            : throw InvalidException.Field("triggers", FunctionStore.Lacking(store));
    }

    private static TableChange WithRows(TableChange change, IReadOnlyList<JsonObject> records, List<DataColumn> columns)
    {
        var names = columns.Select(c => c.Name).ToHashSet();
        for (var row = 0; row < records.Count; row++)
        {
            if (records[row].Select(pair => pair.Key).FirstOrDefault(key => key != DataNames.RowId && !names.Contains(key)) is { } extra)
            {
                throw InvalidException.Field("records", $"row \"{row}\" has extra keys \"{extra}\"");
            }
        }

        try
        {
            return change with { RowColumns = [.. columns.Select(c => c.Name)], Rows = RecordsInput.Cells(records, columns) };
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfWrite(error, change.TableId, creating: true);
        }
    }
}
