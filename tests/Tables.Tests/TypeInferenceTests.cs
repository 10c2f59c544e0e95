namespace Purbalingga.Tables.Tests;

public sealed class TypeInferenceTests
{
    public static TheoryData<string, ColumnType> Columns => new()
    {
        { "1|2|30", ColumnType.Integer },
        { "1|2,5|3", ColumnType.Number },
        { "1.234|12.500|999", ColumnType.Integer },
        { "1.234,56|2.000,00|-", ColumnType.Number },
        { "1,234.56|2,000.00|n/a", ColumnType.Number },
        { "1,234,567|2,000", ColumnType.Integer },
        { "0.5|12.25|7", ColumnType.Number },
        { "(1.000)|2.500", ColumnType.Integer },
        { "45 %|12,5%|100%", ColumnType.Number },
        { "Rp 1.500.000|Rp. 250.000,-|Rp0", ColumnType.Integer },
        { "-|tad|n/a", ColumnType.Text },
        { "12|tad|-|…|15", ColumnType.Integer },
        { "0123|0456", ColumnType.Text },
        { "01|2|3", ColumnType.Text },
        { "33.03.09|33.03.10", ColumnType.Text },
        { "33.03.09.2001|33.03.10.2002", ColumnType.Text },
        { "3303091234567890|3303091234567891", ColumnType.Text },
        { "197001011995031001", ColumnType.Text },
        { "1|2|belum ada", ColumnType.Text },
        { "ya|tidak|Ya|TIDAK", ColumnType.Boolean },
        { "true|false|-", ColumnType.Boolean },
        { "1|0|1", ColumnType.Integer },
        { "2025-12-31|2024-02-29", ColumnType.Date },
        { "31/12/2025|01/02/2025", ColumnType.Date },
        { "12/31/2025|01/02/2025", ColumnType.Date },
        { "31/12/2025|12/31/2025", ColumnType.Text },
        { "31 Desember 2025|1 Peb 2024|17 Agustus 1945", ColumnType.Date },
        { "Senin, 5 Mei 2025", ColumnType.Date },
        { "31-Des-2025", ColumnType.Date },
        { "2025-12-31 08:30|2025-12-31T23:59:59", ColumnType.DateTime },
        { "31/12/2025 08:30", ColumnType.DateTime },
        { "30/02/2025", ColumnType.Text },
        { "2025|2024", ColumnType.Integer },
        { "1e5|2", ColumnType.Text },
        { "1.5e5|2", ColumnType.Number },
        { "1.2.3|4", ColumnType.Text },
        { "12a|13", ColumnType.Text },
        { "1..000", ColumnType.Text },
        { "1.00,5", ColumnType.Text },
        { "", ColumnType.Text },
    };

    [Theory, MemberData(nameof(Columns))]
    public void Should_take_the_type_that_fits_every_value(string values, ColumnType type) => Assert.Equal(type, Infer("nilai", values).Types[0]);

    [Theory]
    [InlineData("1.234|12.500", 1234.0)]
    [InlineData("1.234,56|1", 1234.56)]
    [InlineData("1,234.56|1", 1234.56)]
    [InlineData("2,5|1", 2.5)]
    [InlineData("0.125|1", 0.125)]
    [InlineData("(1.000)|1", -1000.0)]
    [InlineData("-7,5|1", -7.5)]
    [InlineData("\u22127,5|1", -7.5)]
    [InlineData("45 %|1 %", 45.0)]
    [InlineData("Rp1.500.000,-|1", 1500000.0)]
    [InlineData("+5|1", 5.0)]
    public async Task Should_read_numbers_as_they_are_meant(string values, double first) =>
        Assert.Equal(first, (await PreviewAsync("nilai", values)).Rows[0].Cells[0].Value);

    [Theory]
    [InlineData("31/12/2025|01/02/2025", "2025-12-31")]
    [InlineData("12/31/2025|01/02/2025", "2025-12-31")]
    [InlineData("01/02/2025|03/02/2025", "2025-02-01")]
    [InlineData("1 Pebruari 2025", "2025-02-01")]
    [InlineData("17 Agt 1945", "1945-08-17")]
    [InlineData("2025-12-31 08:30", "2025-12-31T08:30:00")]
    public async Task Should_read_days_as_they_are_meant(string values, string first) =>
        Assert.Equal(first, (await PreviewAsync("hari", values)).Rows[0].Cells[0].ToInvariantString());

    [Theory, InlineData("lintang", -7.388, ColumnType.Number), InlineData("jumlah", -7388.0, ColumnType.Integer)]
    public async Task Should_take_three_decimals_for_decimals_only_in_coordinates(string label, double first, ColumnType type)
    {
        var preview = await PreviewAsync(label, "-7.388|-7.412");
        Assert.Equal((type, (object?)first), (preview.Columns[0].Type, preview.Rows[0].Cells[0].Value));
        Assert.Equal(label == "jumlah", preview.Warnings.Any(warning => warning.Text.Indonesian.Contains("pemisah ribuan", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_name_the_value_that_keeps_a_column_from_being_numbers()
    {
        var inference = Infer("Jumlah", "1|2|3|4|5|6|belum ada|8|9");
        var warning = Assert.Single(inference.Warnings);
        Assert.Equal((7, "Jumlah"), (warning.Row, warning.Column));
        Assert.Contains("\"belum ada\"", warning.Text.Indonesian, StringComparison.Ordinal);
        Assert.Contains("1 of 9", warning.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_markers_of_missing_values_in_text_and_empty_them_in_numbers()
    {
        var preview = await TablePreviews.ReadAsync(Support.Bytes.Utf8("nama;jumlah\na;1\n-;-\nn/a;tad\n"));
        Assert.Equal(["-", null], preview.Rows[1].Cells.Select(cell => cell.Value));
        Assert.Equal(["n/a", null], preview.Rows[2].Cells.Select(cell => cell.Value));
    }

    private static TypeInference Infer(string label, string values)
    {
        var inference = new TypeInference([label]);
        var row = 0;
        foreach (var value in values.Split('|'))
        {
            inference.Add(new TableRow(++row, [TableCell.OfText(value)]));
        }

        return inference;
    }

    private static async Task<TablePreview> PreviewAsync(string label, string values) =>
        Second(await TablePreviews.ReadAsync(Support.Bytes.Utf8($"nama\t{label}\n" + string.Concat(values.Split('|').Select(v => $"a\t{v}\n")))));

    /// <summary>The preview with its second column only.</summary>
    private static TablePreview Second(TablePreview preview) => preview with
    {
        Columns = [preview.Columns[1]],
        Rows = [.. preview.Rows.Select(row => new TableRow(row.Number, [row.Cells[1]]))],
    };
}
