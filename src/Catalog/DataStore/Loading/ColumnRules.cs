using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Regions;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>
/// What the dictionary demands of the values of one column. Read from its <c>info</c>, also from an object <c>constraints</c> in it (the names are those of
/// Frictionless): <c>required</c>, <c>minimum</c>, <c>maximum</c>, <c>pattern</c> (the whole value), <c>enum</c> or <c>codes</c> (a list of texts, or of
/// <c>{code, label}</c>), <c>type_override</c>, <c>region_code</c> (<c>kemendagri</c> or <c>bps</c>).
/// </summary>
internal sealed partial class ColumnRules
{
    private const int MostCodes = 100_000;
    private const int LongestPattern = 1000;
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(50);

    private readonly bool _required;
    private readonly double? _minimum;
    private readonly double? _maximum;
    private readonly string? _earliest;
    private readonly string? _latest;
    private readonly Regex? _pattern;
    private readonly string? _patternText;
    private readonly HashSet<string>? _codes;
    private readonly string? _wantedType;
    private readonly RegionCodes? _regions;
    private readonly RegionSystem? _system;

    private ColumnRules(DataColumn column, JsonObject info, RegionCodes regions)
    {
        Column = column;
        var constraints = info["constraints"] as JsonObject ?? [];
        JsonNode? Rule(string name) => info[name] ?? constraints[name];

        _required = Rule("required") is { } required && InputValues.Flag(required);
        _minimum = Number(Rule("minimum"));
        _maximum = Number(Rule("maximum"));
        if (ColumnTypes.KindOf(column.Type) is DataKind.Date or DataKind.Timestamp)
        {
            (_earliest, _latest, _minimum, _maximum) = (InputValues.Text(Rule("minimum")), InputValues.Text(Rule("maximum")), null, null);
        }

        (_pattern, _patternText, Trouble) = Pattern(InputValues.Text(Rule("pattern")));
        if ((Rule("enum") ?? Rule("codes")) is JsonArray { Count: > 0 and <= MostCodes } codes)
        {
            _codes = [.. codes.Select(code => InputValues.Text(code is JsonObject item ? item["code"] ?? item["value"] : code)).OfType<string>()];
        }

        _wantedType = InputValues.Text(info["type_override"]) is { Length: > 0 } wanted && LoadColumns.Declared(wanted) is { } type && LoadColumns.TypeOf(type) != column.Type ? wanted : null;
        if (RegionColumn().Match(column.Name) is { Success: true } match || InputValues.Text(info["region_code"]) is "kemendagri" or "bps")
        {
            _regions = regions;
            _system = InputValues.Text(info["region_code"]) switch
            {
                "kemendagri" => RegionSystem.Kemendagri,
                "bps" => RegionSystem.Bps,
                _ => column.Name.Contains("bps", StringComparison.Ordinal) ? RegionSystem.Bps
                    : column.Name.Contains("kemendagri", StringComparison.Ordinal) ? RegionSystem.Kemendagri : null,
            };
        }
    }

    public DataColumn Column { get; }

    /// <summary>A rule that is itself wrong; null when all can be checked.</summary>
    public TableMessage? Trouble { get; }

    /// <summary>Names of what is checked.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _wantedType is null ? Array.Empty<string>() : ["type_override"],
        .. _required ? ["required"] : Array.Empty<string>(),
        .. _minimum is null && _earliest is null ? Array.Empty<string>() : ["minimum"],
        .. _maximum is null && _latest is null ? Array.Empty<string>() : ["maximum"],
        .. _pattern is null ? Array.Empty<string>() : ["pattern"],
        .. _codes is null ? Array.Empty<string>() : ["codes"],
        .. _regions is null ? Array.Empty<string>() : ["region_code"],
    ];

    /// <summary>The rules of a column.</summary>
    /// <returns>Null when there is nothing to check.</returns>
    public static ColumnRules? Of(DataColumn column, RegionCodes regions)
    {
        var rules = new ColumnRules(column, column.InfoJson is null ? [] : JsonNode.Parse(column.InfoJson) as JsonObject ?? [], regions);
        return rules.Names.Count > 0 || rules.Trouble is not null ? rules : null;
    }

    /// <summary>What is wrong with one value.</summary>
    /// <returns>Null when nothing is.</returns>
    public (string Rule, TableMessage Text)? Check(DataValue value)
    {
        if (value.IsNull)
        {
            return _required ? ("required", new("Nilai wajib diisi.", "A value is required.")) : null;
        }

        var text = CellText.Of(value, milliseconds: false)!;
        if (_wantedType is not null)
        {
            return ("type_override", new($"Kolom ini harus berjenis {_wantedType}; muat ulang tabelnya.", $"The column must be of type {_wantedType}; load the table again."));
        }

        return Bounds(value, text) ?? Texts(text) ?? Region(text);
    }

    private (string Rule, TableMessage Text)? Bounds(DataValue value, string text)
    {
        if (_earliest is not null && string.CompareOrdinal(text, _earliest) < 0)
        {
            return ("minimum", new($"Lebih awal dari {_earliest}.", $"Earlier than {_earliest}."));
        }

        // A day as the bound of times means the whole day
        if (_latest is not null && string.CompareOrdinal(text.Length > _latest.Length ? text[.._latest.Length] : text, _latest) > 0)
        {
            return ("maximum", new($"Lebih akhir dari {_latest}.", $"Later than {_latest}."));
        }

        if ((_minimum is null && _maximum is null) || value.Kind is DataKind.Date or DataKind.Timestamp
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var (low, high) = (_minimum?.ToString(CultureInfo.InvariantCulture), _maximum?.ToString(CultureInfo.InvariantCulture));
        return number < _minimum ? ("minimum", new($"Lebih kecil dari {low}.", $"Less than {low}."))
            : number > _maximum ? ("maximum", new($"Lebih besar dari {high}.", $"More than {high}."))
            : null;
    }

    private (string Rule, TableMessage Text)? Texts(string text)
    {
        if (_codes is not null && !_codes.Contains(text))
        {
            return ("codes", new("Tidak ada dalam daftar kode kolom ini.", "Not in the code list of the column."));
        }

        return _pattern is null || IsMatch(text) ? null : ("pattern", new($"Tidak sesuai pola {_patternText}.", $"Does not match the pattern {_patternText}."));
    }

    private (string Rule, TableMessage Text)? Region(string text)
    {
        if (_regions is null)
        {
            return null;
        }

        var (finding, region) = _regions.Find(text, _system);
        return finding switch
        {
            RegionFinding.Unknown => ("region_code", new("Kode ini tidak ada dalam daftar resmi wilayah Purbalingga.", "The code is not in the official list of Purbalingga's regions.")),
            RegionFinding.NoCode => ("region_code", new("Bukan kode wilayah (contoh: 33.03.01 atau 3303010).", "No code of a region (such as 33.03.01 or 3303010).")),
            RegionFinding.OtherSystem when _system == RegionSystem.Bps => ("region_code", new(
                $"Ini kode Kemendagri untuk {region!.Name}{(region.Bps is null ? "" : $"; kode BPS-nya {region.Bps}")}.", $"This is Kemendagri's code of {region.Name}{(region.Bps is null ? "" : $"; that of BPS is {region.Bps}")}.")),
            RegionFinding.OtherSystem => ("region_code", new(
                $"Ini kode BPS untuk {region!.Name}; kode Kemendagri-nya {region.Kemendagri}.", $"This is the code of BPS for {region.Name}; Kemendagri's is {region.Kemendagri}.")),
            _ => null,
        };
    }

    private bool IsMatch(string text)
    {
        try
        {
            return _pattern!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static (Regex?, string?, TableMessage?) Pattern(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
        {
            return (null, null, null);
        }

        var unusable = new TableMessage($"Pola {pattern[..Math.Min(pattern.Length, 100)]} tidak dapat dipakai.", $"The pattern {pattern[..Math.Min(pattern.Length, 100)]} cannot be used.");
        if (pattern.Length > LongestPattern)
        {
            return (null, null, unusable);
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternLimit); // alone, since its brackets might close ours
            return (new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternLimit), pattern, null);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return (null, null, unusable);
        }
    }

    private static double? Number(JsonNode? node) =>
        double.TryParse(InputValues.Text(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex("^((bps|kemendagri)_)?kode_((bps|kemendagri)_)?(provinsi|kabupaten|kota|kabupaten_kota|kecamatan|desa|kelurahan|desa_kelurahan|wilayah)(_(bps|kemendagri))?$")]
    private static partial Regex RegionColumn();
}
