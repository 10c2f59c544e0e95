using System.Text;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>A table in a JSON file: where it lies and what columns its records have between them.</summary>
/// <param name="Path">Names of the objects' members down to the array; empty for the root.</param>
/// <param name="Shape">How its records are written.</param>
/// <param name="IsLoose">Whether its records stand beside each other at the root, as in NDJSON, or the root is the only one.</param>
internal sealed record JsonTable(IReadOnlyList<string> Path, JsonShape Shape, bool IsLoose)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<byte[]> _utf8 = [];

    public long Rows { get; set; }

    /// <summary>Whether a feature has an id, a geometry, a point.</summary>
    public bool HasId { get; set; }

    public bool HasGeometry { get; set; }

    public bool HasPoints { get; set; }

    /// <summary>Names of the columns of lists, where the file tells them beside; else null.</summary>
    public IReadOnlyList<string>? ListNames { get; set; }

    /// <summary>Members of the records, or of the features' properties, in the order of their first appearance.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Columns that stand before those of the members.</summary>
    public int Offset => Shape == JsonShape.Keyed ? 1 : HasId ? 1 : 0;

    public string Name => string.Join('.', Path);

    /// <summary>All columns; null for lists, whose header must be found.</summary>
    public IReadOnlyList<string>? Columns => Shape switch
    {
        JsonShape.Lists => ListNames,
        JsonShape.Values => ["nilai"],
        JsonShape.Keyed => ["kunci", .. _names],
        JsonShape.Features =>
        [
            .. HasId ? ["id"] : Array.Empty<string>(), .. _names,
            .. HasPoints ? ["longitude", "latitude"] : Array.Empty<string>(), .. HasGeometry ? ["geometry"] : Array.Empty<string>(),
        ],
        _ => _names,
    };

    /// <summary>The place of a member among <see cref="Names"/>; -1 when it is none of them.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    /// <summary>Its name in UTF-8, by which the usual next member is told without making a string.</summary>
    public ReadOnlySpan<byte> Utf8(int place) => place < _utf8.Count ? _utf8[place] : [];

    /// <exception cref="TableReadException">More columns than allowed.</exception>
    public void AddName(string name, int maxColumns)
    {
        if (!_places.TryAdd(name, _names.Count))
        {
            return;
        }

        if (_names.Count >= maxColumns)
        {
            throw new TableReadException(TableMessages.OverLimit("kolom", "columns", maxColumns));
        }

        _names.Add(name);
        _utf8.Add(Encoding.UTF8.GetBytes(name));
    }
}
