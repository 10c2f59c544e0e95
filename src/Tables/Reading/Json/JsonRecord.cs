using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>Reads single records from their bytes.</summary>
internal static class JsonRecord
{
    /// <summary>Digits that a number keeps; longer ones are NIK, NIP and their like.</summary>
    private const int MaxDigits = 15;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonCursor.MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = JsonCursor.MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Moves to where the records of a table begin.</summary>
    /// <exception cref="InvalidDataException">They are not there.</exception>
    public static async ValueTask EnterAsync(JsonCursor cursor, JsonTable table, CancellationToken ct)
    {
        if (table.IsLoose)
        {
            return;
        }

        await cursor.ReadAsync(ct).ConfigureAwait(false);
        foreach (var name in table.Path)
        {
            var depth = cursor.Depth;
            while (true)
            {
                if (!await cursor.ReadAsync(ct).ConfigureAwait(false) || cursor.Depth <= depth)
                {
                    throw new InvalidDataException("The records are not there.");
                }

                var found = cursor.Name == name;
                await cursor.ReadAsync(ct).ConfigureAwait(false);
                if (found)
                {
                    break;
                }

                await cursor.SkipAsync(ct).ConfigureAwait(false);
            }
        }
    }

    public static bool IsFeature(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, Options);
        reader.Read();
        var found = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            found += reader.ValueTextEquals("geometry"u8) || reader.ValueTextEquals("properties"u8) ? 1 : 0;
            reader.Read();
            reader.Skip();
        }

        return found == 2;
    }

    /// <summary>Takes the columns of a record into the table's.</summary>
    public static void Collect(JsonTable table, ReadOnlySpan<byte> value, TableReadLimits limits)
    {
        if (value[0] != (byte)'{')
        {
            return;
        }

        var reader = new Utf8JsonReader(value, Options);
        reader.Read();
        if (table.Shape == JsonShape.Features)
        {
            CollectFeature(table, ref reader, limits);
        }
        else
        {
            CollectNames(table, ref reader, limits);
        }
    }

    /// <summary>The cells of a record; null when it is none of the table's kind.</summary>
    /// <param name="table">Whose columns are known.</param>
    /// <param name="value">The record's bytes.</param>
    /// <param name="key">Its key in a table of keyed records.</param>
    /// <param name="limits">Bounds the length of a text.</param>
    public static TableCell[]? Read(JsonTable table, ReadOnlySpan<byte> value, string? key, TableReadLimits limits)
    {
        var reader = new Utf8JsonReader(value, Options);
        reader.Read();
        switch (table.Shape)
        {
            case JsonShape.Values:
                return [Cell(ref reader, value, limits)];
            case JsonShape.Lists when reader.TokenType == JsonTokenType.StartArray:
                return ReadList(ref reader, value, limits);
            case JsonShape.Lists:
                return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var cells = new TableCell[table.Columns!.Count];
        if (table.Shape == JsonShape.Features)
        {
            ReadFeature(table, ref reader, value, cells, limits);
            return cells;
        }

        if (table.Shape == JsonShape.Keyed)
        {
            cells[0] = TableCell.OfText(key);
        }

        ReadMembers(table, ref reader, value, cells, limits);
        return cells;
    }

    public static string Text(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, Options);
        reader.Read();
        return reader.GetString()!;
    }

    private static void CollectNames(JsonTable table, ref Utf8JsonReader reader, TableReadLimits limits)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (next < table.Names.Count && reader.ValueTextEquals(table.Utf8(next)))
            {
                next++;
            }
            else
            {
                var name = reader.GetString()!;
                table.AddName(name, limits.MaxColumns);
                next = table.PlaceOf(name) + 1;
            }

            reader.Read();
            reader.Skip();
        }
    }

    private static void CollectFeature(JsonTable table, ref Utf8JsonReader reader, TableReadLimits limits)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "properties" && reader.TokenType == JsonTokenType.StartObject)
            {
                CollectNames(table, ref reader, limits);
            }
            else if (name == "geometry" && reader.TokenType == JsonTokenType.StartObject)
            {
                table.HasGeometry = true;
                table.HasPoints |= ReadPoint(ref reader) is not null;
            }
            else
            {
                table.HasId |= name == "id" && reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
        }
    }

    private static TableCell[] ReadList(ref Utf8JsonReader reader, ReadOnlySpan<byte> value, TableReadLimits limits)
    {
        var cells = new List<TableCell>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            cells.Add(Cell(ref reader, value, limits));
            if (cells.Count > limits.MaxColumns)
            {
                throw new TableReadException(TableMessages.OverLimit("kolom", "columns", limits.MaxColumns));
            }
        }

        return [.. cells];
    }

    private static void ReadMembers(JsonTable table, ref Utf8JsonReader reader, ReadOnlySpan<byte> value, TableCell[] cells, TableReadLimits limits)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = next < table.Names.Count && reader.ValueTextEquals(table.Utf8(next)) ? next : table.PlaceOf(reader.GetString()!);
            next = place + 1;
            reader.Read();
            if (place < 0)
            {
                throw new InvalidDataException("A record has another member than before.");
            }

            cells[place + table.Offset] = Cell(ref reader, value, limits);
        }
    }

    private static void ReadFeature(JsonTable table, ref Utf8JsonReader reader, ReadOnlySpan<byte> value, TableCell[] cells, TableReadLimits limits)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "properties" && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(table, ref reader, value, cells, limits);
            }
            else if (name == "geometry" && reader.TokenType == JsonTokenType.StartObject)
            {
                var copy = reader;
                cells[^1] = Cell(ref reader, value, limits);
                if (table.HasPoints && ReadPoint(ref copy) is { } point)
                {
                    cells[^3] = TableCell.OfNumber(point.Longitude);
                    cells[^2] = TableCell.OfNumber(point.Latitude);
                }
            }
            else if (name == "id" && table.HasId)
            {
                cells[0] = Cell(ref reader, value, limits);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>The coordinates of a point; null for other geometries. The reader ends on the geometry's last bracket.</summary>
    private static (double Longitude, double Latitude)? ReadPoint(ref Utf8JsonReader reader)
    {
        var isPoint = false;
        (double, double)? at = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isPlace = reader.ValueTextEquals("coordinates"u8);
            reader.Read();
            if (isType)
            {
                isPoint = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Point"u8);
            }
            else if (isPlace && reader.TokenType == JsonTokenType.StartArray)
            {
                var copy = reader;
                if (copy.Read() && copy.TokenType == JsonTokenType.Number && copy.TryGetDouble(out var longitude)
                    && copy.Read() && copy.TokenType == JsonTokenType.Number && copy.TryGetDouble(out var latitude))
                {
                    at = (longitude, latitude);
                }
            }

            reader.Skip();
        }

        return isPoint ? at : null;
    }

    /// <summary>The value that the reader stands on; it ends on its last token.</summary>
    private static TableCell Cell(ref Utf8JsonReader reader, ReadOnlySpan<byte> value, TableReadLimits limits)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return OfText(reader.GetString()!, limits);
            case JsonTokenType.Number:
                return OfNumber(Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return TableCell.OfBoolean(reader.TokenType == JsonTokenType.True);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var from = (int)reader.TokenStartIndex;
                reader.Skip();
                return OfText(Nested(value[from..(int)reader.BytesConsumed]), limits);
            default:
                return TableCell.Empty;
        }
    }

    private static TableCell OfText(string text, TableReadLimits limits) => text.Length > limits.MaxFieldCharacters
        ? throw new TableReadException(TableMessages.ValueTooLong(limits.MaxFieldCharacters))
        : string.IsNullOrWhiteSpace(text) ? TableCell.Empty : TableCell.OfText(text);

    private static TableCell OfNumber(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        if (digits.Length > MaxDigits && digits.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return TableCell.OfText(text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? TableCell.OfNumber(number, text) : TableCell.OfText(text);
    }

    /// <summary>An object or array as JSON in one line.</summary>
    private static string Nested(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return Encoding.UTF8.GetString(json);
        }

        using var document = JsonDocument.Parse(json.ToArray(), DocumentOptions);
        using var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact, Compact))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(compact.GetBuffer(), 0, (int)compact.Length);
    }
}
