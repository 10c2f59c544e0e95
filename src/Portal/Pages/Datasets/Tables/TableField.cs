using System.Text.Json.Nodes;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A column of a table in the DataStore, as <c>datastore_search</c> tells it.</summary>
/// <param name="Id">Name of the column.</param>
/// <param name="Type">PostgreSQL's short type name.</param>
/// <param name="Info">Its entry in the data dictionary: label, unit, notes and other keys.</param>
internal sealed record TableField(string Id, string Type, JsonNode? Info = null)
{
    /// <summary>For people: the label, or a name for machines as words.</summary>
    public string Label => Text("label") is { } label && !IsForMachines(label) ? label : Words(Text("label") ?? Id);

    public string? Unit => Text("unit");

    public string? Notes => Text("notes");

    public FieldKind Kind => Type switch
    {
        "int" or "int2" or "int4" or "int8" or "numeric" or "float" or "float4" or "float8" => FieldKind.Number,
        "date" => FieldKind.Date,
        "timestamp" or "timestamptz" => FieldKind.Moment,
        "bool" => FieldKind.Boolean,
        "text" or "varchar" or "bpchar" or "uuid" => FieldKind.Text,
        _ => FieldKind.Other,
    };

    /// <summary>Counted or measured; years, codes and coordinates are written with digits but are names.</summary>
    public bool IsMeasure => Kind == FieldKind.Number && !IsName && Coordinates.AxisOf(this) is null;

    /// <summary>2025 is a year, not 2.025.</summary>
    private bool IsName => Id is "id" or "_id" or "no" or "nomor" or "bulan" or "month" or "triwulan" or "quarter"
        || Parts.Any(part => part is "tahun" or "year" or "kode" or "code" or "nip" or "nik" or "npsn");

    /// <summary>A year, month or quarter in digits, or a date.</summary>
    public bool IsTime => Kind is FieldKind.Date or FieldKind.Moment
        || Parts.Any(part => part is "tahun" or "year" or "bulan" or "month" or "triwulan" or "quarter" or "semester");

    private IEnumerable<string> Parts => Id.ToLowerInvariant().Split('_', ' ', '-');

    private static bool IsForMachines(string label) => !label.Contains(' ', StringComparison.Ordinal) && (label.Contains('_', StringComparison.Ordinal) || !label.Any(char.IsUpper));

    private static string Words(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private string? Text(string key) => Info is JsonObject info && info[key] is JsonValue value && value.ToString().Trim() is { Length: > 0 } text ? text : null;
}
