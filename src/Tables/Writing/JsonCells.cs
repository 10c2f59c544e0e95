using System.Text.Encodings.Web;
using System.Text.Json;

namespace Purbalingga.Tables.Writing;

/// <summary>Rows as objects of JSON: numbers and booleans as such, days and moments as ISO texts, empty cells and errors as null.</summary>
internal sealed class JsonCells(IReadOnlyList<TableColumn> columns, HeaderText header)
{
    private readonly JsonEncodedText[] _names = [.. Headers.Of(columns, header).Select(name => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="without">Column that is not written; -1 for none.</param>
    public void Write(Utf8JsonWriter json, TableRow row, int without = -1)
    {
        json.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            if (i != without)
            {
                json.WritePropertyName(_names[i]);
                Write(json, row.At(i));
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                json.WriteStringValue(cell.Text);
                break;
            case CellKind.Number:
                json.WriteRawValue(cell.ToInvariantString(), skipInputValidation: true);
                break;
            case CellKind.Boolean:
                json.WriteBooleanValue(cell.Boolean);
                break;
            case CellKind.Date or CellKind.DateTime:
                json.WriteStringValue(cell.ToInvariantString());
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
