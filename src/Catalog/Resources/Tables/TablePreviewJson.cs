using System.Text.Json.Nodes;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.Resources.Tables;

/// <summary>A table's preview and errors as JSON that pages and clients read.</summary>
internal static class TablePreviewJson
{
    /// <summary><c>{sheet, sheets, columns: [{name, label, type, unit}], rows: [[text]], total, counted, shape, warnings}</c></summary>
    public static JsonObject Of(TablePreview preview) => new()
    {
        ["sheet"] = preview.Sheet.Name,
        ["sheets"] = new JsonArray([.. preview.Sheets.Select(s => new JsonObject { ["name"] = s.Name, ["hidden"] = s.Hidden })]),
        ["columns"] = new JsonArray([.. preview.Columns.Select(c => new JsonObject
        {
            ["name"] = c.Name, ["label"] = c.Label, ["type"] = c.Type.ToString().ToLowerInvariant(), ["unit"] = c.Unit,
        })]),
        ["rows"] = new JsonArray([.. preview.Rows.Select(row => new JsonArray([.. row.Cells.Select(cell => (JsonNode)cell.Text)]))]),
        ["total"] = preview.TotalRows,
        ["counted"] = preview.CountedRows,
        ["shape"] = new JsonObject
        {
            ["header_rows"] = new JsonArray([.. preview.Shape.HeaderRows.Select(r => (JsonNode)r)]),
            ["first_data_row"] = preview.Shape.FirstDataRow,
            ["title"] = preview.Shape.Title,
            ["blank_rows"] = preview.Shape.BlankRows,
            ["left_out"] = new JsonArray([.. preview.Shape.LeftOut.Select(l => new JsonObject
            {
                ["row"] = l.Row, ["reason"] = l.Reason.ToString().ToLowerInvariant(), ["text"] = l.Text,
            })]),
        },
        ["warnings"] = new JsonArray([.. preview.Warnings.Select(w => new JsonObject
        {
            ["message_id"] = w.Text.Indonesian, ["message_en"] = w.Text.English, ["row"] = w.Row, ["column"] = w.Column,
        })]),
    };

    /// <summary><c>{message_id, message_en, sheet, row, column, value}</c></summary>
    public static JsonObject Of(TableReadException error) => new()
    {
        ["message_id"] = error.Text.Indonesian, ["message_en"] = error.Text.English,
        ["sheet"] = error.Sheet, ["row"] = error.Row, ["column"] = error.Column, ["value"] = error.Value,
    };
}
