using System.Collections.Frozen;

namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>The types of columns that every engine has, by PostgreSQL's names.</summary>
public static class ColumnTypes
{
    private static readonly (string Short, string Native, DataKind Kind, string[] Also)[] All =
    [
        ("text", "text", DataKind.Text, []),
        ("varchar", "character varying", DataKind.Text, ["character varying"]),
        ("bpchar", "character", DataKind.Text, ["char", "character"]),
        ("int2", "smallint", DataKind.Whole, ["smallint"]),
        ("int4", "integer", DataKind.Whole, ["int", "integer"]),
        ("int8", "bigint", DataKind.Whole, ["bigint"]),
        ("float4", "real", DataKind.Real, ["real"]),
        ("float8", "double precision", DataKind.Real, ["float", "double precision"]),
        ("numeric", "numeric", DataKind.Numeric, ["decimal"]),
        ("bool", "boolean", DataKind.Boolean, ["boolean"]),
        ("date", "date", DataKind.Date, []),
        ("time", "time without time zone", DataKind.Time, ["time without time zone"]),
        ("timestamp", "timestamp without time zone", DataKind.Timestamp, ["timestamp without time zone"]),
        ("timestamptz", "timestamp with time zone", DataKind.TimestampTz, ["timestamp with time zone"]),
        ("json", "json", DataKind.Json, ["nested"]),
        ("jsonb", "jsonb", DataKind.Json, []),
        ("uuid", "uuid", DataKind.Text, []),
    ];

    private static readonly FrozenDictionary<string, string> Shorts = All
        .SelectMany(t => t.Also.Append(t.Short).Select(name => (name, t.Short)))
        .ToFrozenDictionary(t => t.name, t => t.Short, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Native, DataKind Kind)> ByShort = All.ToFrozenDictionary(t => t.Short, t => (t.Native, t.Kind));

    /// <summary>The short name of a declared type; of an array <c>_</c> and that of its items.</summary>
    /// <returns>Null for what isn't among the common types.</returns>
    public static string? Find(string declared)
    {
        var name = declared.Trim();
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Shorts.TryGetValue(name[..^2].TrimEnd(), out var item) ? "_" + item : null;
        }

        return name.StartsWith('_') ? Shorts.TryGetValue(name[1..], out var items) ? "_" + items : null : Shorts.GetValueOrDefault(name);
    }

    /// <summary>PostgreSQL's long name of a short one; json is told as <c>nested</c>, as CKAN keeps it.</summary>
    public static string Native(string type) =>
        type == "json" ? "nested" : type.StartsWith('_') ? Long(type[1..]) + "[]" : Long(type);

    /// <summary>The long name as PostgreSQL's messages have it: <c>timestamp</c> and <c>time</c> stand for those without a zone.</summary>
    public static string InMessages(string type) => type is "timestamp" or "time" ? type : Long(type);

    /// <summary>What cells of a column of a type hold: arrays <see cref="DataKind.Json"/>, types that are not common <see cref="DataKind.Text"/>.</summary>
    public static DataKind KindOf(string type) =>
        type.StartsWith('_') ? DataKind.Json : ByShort.TryGetValue(type, out var found) ? found.Kind : type switch
        {
            "int" => DataKind.Whole,
            "float" => DataKind.Real,
            _ => DataKind.Text,
        };

    private static string Long(string type) => ByShort.TryGetValue(type, out var found) ? found.Native : type;
}
