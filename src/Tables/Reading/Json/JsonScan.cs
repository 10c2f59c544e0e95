using System.Text.Json;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>Finds the tables of a JSON file and their columns by reading it once.</summary>
internal sealed class JsonScan(Func<Stream> open, TableReadLimits limits)
{
    /// <summary>Objects within objects in which arrays of records are looked for: <c>{"result": {"records": [...]}}</c>.</summary>
    private const int MaxPath = 4;

    private static readonly string[] HeaderNames = ["columns", "fields", "header", "headers", "kolom"];

    private readonly List<JsonTable> _tables = [];
    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.Ordinal);
    private bool _isFeature;

    /// <summary>The tables, those with most records first; none when nothing in the file is one.</summary>
    /// <exception cref="JsonException">The file is broken.</exception>
    public async Task<IReadOnlyList<JsonTable>> FindAsync(CancellationToken ct)
    {
        var loose = await WalkAsync(ct).ConfigureAwait(false);
        if (loose is not null)
        {
            return [await FillAsync(loose, ct).ConfigureAwait(false)];
        }

        foreach (var table in _tables.Where(table => table.Shape == JsonShape.Lists))
        {
            var parent = string.Concat(table.Path.Take(table.Path.Count - 1).Select(name => name + "."));
            table.ListNames = HeaderNames.Select(name => _headers.GetValueOrDefault(parent + name)).FirstOrDefault(names => names is { Count: > 0 });
        }

        return [.. _tables.OrderByDescending(table => table.Rows)];
    }

    /// <summary>Collects arrays; gives the table that the root itself is when it holds none, or stands among others.</summary>
    private async Task<JsonTable?> WalkAsync(CancellationToken ct)
    {
        var source = open();
        await using var ignored = source.ConfigureAwait(false);
        using var cursor = new JsonCursor(source, limits);
        if (!await cursor.ReadAsync(ct).ConfigureAwait(false))
        {
            return null;
        }

        var first = cursor.Token;
        var keyed = first == JsonTokenType.StartObject ? await WalkObjectAsync(cursor, [], ct).ConfigureAwait(false) : 0;
        if (first == JsonTokenType.StartArray)
        {
            await WalkArrayAsync(cursor, [], ct).ConfigureAwait(false);
        }

        if (await cursor.ReadAsync(ct).ConfigureAwait(false))
        {
            return new JsonTable([], first == JsonTokenType.StartArray ? JsonShape.Lists : JsonShape.Records, IsLoose: true);
        }

        return _tables.Count > 0 || first != JsonTokenType.StartObject ? null
            : keyed > 1 ? new JsonTable([], JsonShape.Keyed, IsLoose: false)
            : new JsonTable([], _isFeature ? JsonShape.Features : JsonShape.Records, IsLoose: true);
    }

    /// <summary>Goes through an object; gives the number of its members when all of them are objects, else 0.</summary>
    private async Task<int> WalkObjectAsync(JsonCursor cursor, IReadOnlyList<string> path, CancellationToken ct)
    {
        var depth = cursor.Depth;
        var members = 0;
        var objects = 0;
        bool hasGeometry = false, hasProperties = false;
        while (await cursor.ReadAsync(ct).ConfigureAwait(false) && cursor.Depth > depth)
        {
            var name = cursor.Name;
            members++;
            await cursor.ReadAsync(ct).ConfigureAwait(false);
            objects += cursor.Token == JsonTokenType.StartObject ? 1 : 0;
            hasGeometry |= name == "geometry";
            hasProperties |= name == "properties";
            if (path.Count + 1 >= MaxPath)
            {
                await cursor.SkipAsync(ct).ConfigureAwait(false);
            }
            else if (cursor.Token == JsonTokenType.StartArray)
            {
                await WalkArrayAsync(cursor, [.. path, name], ct).ConfigureAwait(false);
            }
            else if (cursor.Token == JsonTokenType.StartObject && name is not ("properties" or "geometry"))
            {
                await WalkObjectAsync(cursor, [.. path, name], ct).ConfigureAwait(false);
            }
            else
            {
                await cursor.SkipAsync(ct).ConfigureAwait(false);
            }
        }

        _isFeature |= path.Count == 0 && hasGeometry && hasProperties;
        return members == objects ? members : 0;
    }

    private async Task WalkArrayAsync(JsonCursor cursor, IReadOnlyList<string> path, CancellationToken ct)
    {
        JsonTable? table = null;
        var header = path.Count > 0 && Array.IndexOf(HeaderNames, path[^1]) >= 0 ? new List<string>() : null;
        while (await cursor.ReadValueAsync(ct).ConfigureAwait(false) is { } value)
        {
            ct.ThrowIfCancellationRequested();
            table ??= Begin(value.Span, path);
            if (table is not null)
            {
                JsonRecord.Collect(table, value.Span, limits);
                table.Rows++;
            }

            if (header is not null && header.Count < limits.MaxColumns && value.Span[0] == (byte)'"')
            {
                header.Add(JsonRecord.Text(value.Span));
            }
        }

        if (header is { Count: > 0 })
        {
            _headers[string.Join('.', path)] = header;
        }

        if (table is not null)
        {
            if (_tables.Count >= limits.MaxSheets)
            {
                throw new TableReadException(TableMessages.OverLimit("lembar", "sheets", limits.MaxSheets));
            }

            _tables.Add(table);
        }
    }

    private static JsonTable? Begin(ReadOnlySpan<byte> first, IReadOnlyList<string> path) => first[0] switch
    {
        (byte)'{' => new JsonTable(path, path is ["features"] && JsonRecord.IsFeature(first) ? JsonShape.Features : JsonShape.Records, IsLoose: false),
        // Coordinates and the like are lists in lists too, but never lie at the root or right under it with a name for data
        (byte)'[' => new JsonTable(path, JsonShape.Lists, IsLoose: false),
        // A list of plain values is a table only where it is all there is
        _ => path.Count == 0 ? new JsonTable(path, JsonShape.Values, IsLoose: false) : null,
    };

    private async Task<JsonTable> FillAsync(JsonTable table, CancellationToken ct)
    {
        var source = open();
        await using var ignored = source.ConfigureAwait(false);
        using var cursor = new JsonCursor(source, limits);
        await JsonRecord.EnterAsync(cursor, table, ct).ConfigureAwait(false);
        while (true)
        {
            if (table.Shape == JsonShape.Keyed && !(await cursor.ReadAsync(ct).ConfigureAwait(false) && cursor.Token == JsonTokenType.PropertyName))
            {
                return table;
            }

            if (await cursor.ReadValueAsync(ct).ConfigureAwait(false) is not { } value)
            {
                return table;
            }

            JsonRecord.Collect(table, value.Span, limits);
            table.Rows++;
        }
    }
}
