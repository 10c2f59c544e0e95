using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>From the columns of a plan to those of a table, and back from what operators wrote into the dictionary.</summary>
internal static class LoadColumns
{
    private const string Override = "type_override";

    /// <summary>Columns of the new table. What the dictionary of the old one says of a column stays; the file adds its label and unit where it says nothing.</summary>
    public static IReadOnlyList<DataColumn> Of(TablePlan plan, DataTable? old) => [.. plan.Columns.Select(c => new DataColumn(c.Id, TypeOf(c.Type), Info(c, old?.Find(c.Id)?.InfoJson)))];

    public static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "int8",
        ColumnType.Number => "float8",
        ColumnType.Date => "date",
        ColumnType.DateTime => "timestamp",
        ColumnType.Boolean => "bool",
        _ => "text",
    };

    /// <summary>The correction with the types that the dictionary of the present table demands (<c>type_override</c>); what the correction itself says goes first.</summary>
    public static TableCorrection WithOverrides(TableCorrection correction, DataTable? table)
    {
        var columns = correction.Columns.ToList();
        foreach (var column in table?.Columns ?? [])
        {
            if (OverrideOf(column) is not { } type)
            {
                continue;
            }

            var at = columns.FindIndex(c => (c.Id ?? c.Column) == column.Name);
            if (at < 0)
            {
                columns.Add(new ColumnCorrection(column.Name) { Type = type });
            }
            else
            {
                columns[at] = columns[at] with { Type = columns[at].Type ?? type };
            }
        }

        return correction with { Columns = columns };
    }

    private static ColumnType? OverrideOf(DataColumn column)
    {
        if (column.InfoJson is null || JsonNode.Parse(column.InfoJson) is not JsonObject info || InputValues.Text(info[Override]) is not { } type)
        {
            return null;
        }

        return Declared(type);
    }

    /// <summary>The type of columns that a declared type (<c>numeric</c>, <c>text</c> ...) stands for; null for one that files do not hold.</summary>
    public static ColumnType? Declared(string declared) => ColumnTypes.Find(declared) switch
    {
        "text" or "varchar" => ColumnType.Text,
        "int2" or "int4" or "int8" => ColumnType.Integer,
        "numeric" or "float4" or "float8" => ColumnType.Number,
        "date" => ColumnType.Date,
        "timestamp" or "timestamptz" => ColumnType.DateTime,
        "bool" => ColumnType.Boolean,
        _ => null,
    };

    private static string Info(PlannedColumn column, string? old)
    {
        var info = old is null ? [] : JsonNode.Parse(old) as JsonObject ?? [];
        AddMissing("label", column.Label);
        AddMissing("unit", column.Unit);
        return info.ToJsonString(CatalogJson.Options);

        void AddMissing(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value) && string.IsNullOrEmpty(InputValues.Text(info[key])))
            {
                info[key] = value;
            }
        }
    }
}
