using System.Text;
using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("""[{"nama":"a","n":1},{"n":2,"baru":true,"nama":"b"},{}]""", "nama|n|baru", "a|1|;b|2|true;||")]
    [InlineData("""[["nama","jumlah"],["a",1],["b",2]]""", "nama|jumlah", "a|1;b|2")]
    [InlineData("""{"success":true,"result":{"fields":[{"id":"x"}],"records":[{"x":"a"},{"x":"b"}]}}""", "x", "a;b")]
    [InlineData("""{"columns":["kode","jumlah"],"data":[["01",5],["02",6]]}""", "kode|jumlah", "01|5;02|6")]
    [InlineData("{\"nama\":\"a\",\"n\":1}\n{\"nama\":\"b\",\"n\":2}\n", "nama|n", "a|1;b|2")]
    [InlineData("""{"3303010":{"nama":"Kemangkon","n":1},"3303020":{"nama":"Bukateja","n":2}}""", "kunci|nama|n", "3303010|Kemangkon|1;3303020|Bukateja|2")]
    [InlineData("""{"nama":"sendiri","tag":["a","b"],"n":1.5}""", "nama|tag|n", "sendiri|[\"a\",\"b\"]|1.5")]
    [InlineData("""["Kemangkon","Bukateja"]""", "nilai", "Kemangkon;Bukateja")]
    [InlineData("""[{"nik":3303012345678901,"isi":{"a":[1, 2]},"kosong":null,"teks":"  "}]""", "nik|isi|kosong|teks", "3303012345678901|{\"a\":[1, 2]}||")]
    [InlineData("[{\"isi\":{\n  \"desa\": \"Karangé\"\n}}]", "isi", "{\"desa\":\"Karangé\"}")]
    public async Task Should_read_tables_in_every_usual_form(string json, string columns, string rows)
    {
        using var source = Bytes.Utf8(json);
        var plan = PlanJson.ReadPlan(PlanJson.Write((await TablePlanner.PlanAsync(source)).Main));
        Assert.Equal(columns, string.Join('|', plan.Columns.Select(column => column.Label)));
        Assert.Equal(rows, string.Join(';', await PlannedRows.ReadAsync(source, plan).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ToListAsync()));
    }

    [Fact]
    public async Task Should_type_columns_by_all_records_and_keep_every_row()
    {
        using var source = Bytes.Utf8("""[{"kode":"0301","jumlah":"1.250","tanggal":"31/12/2025","ok":true},{"kode":"0302","jumlah":"900","tanggal":"-","ok":false},{"kode":"Total","jumlah":"2.150","tanggal":null,"ok":null}]""");
        var plan = (await TablePlanner.PlanAsync(source)).Main;
        Assert.Equal([ColumnType.Text, ColumnType.Integer, ColumnType.Date, ColumnType.Boolean], plan.Columns.Select(column => column.Type));
        Assert.Equal((3, 0), (plan.Rows, plan.LeftOut.Count));
        Assert.Equal(["0301", 1250.0, new DateOnly(2025, 12, 31), true], (await PlannedRows.ReadAsync(source, plan).FirstAsync()).Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Should_read_features_with_their_properties_place_and_geometry()
    {
        using var source = Bytes.Utf8("""
            {"type":"FeatureCollection","crs":{"type":"name"},"features":[
              {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[109.36,-7.38]},"properties":{"nama":"Alun-alun","kode":"0101"}},
              {"type":"Feature","properties":{"nama":"Batas"},"geometry":{"type":"LineString","coordinates":[[109.1,-7.1],[109.2,-7.2]]}},
              {"type":"Feature","properties":null,"geometry":null}]}
            """);
        var plan = (await TablePlanner.PlanAsync(source)).Main;
        Assert.Equal(FileKind.GeoJson, plan.Detection.Kind);
        Assert.Equal(["id", "nama", "kode", "longitude", "latitude", "geometry"], plan.Columns.Select(column => column.Id));
        var rows = await PlannedRows.ReadAsync(source, plan).ToListAsync();
        Assert.Equal([7.0, "Alun-alun", "0101", 109.36, -7.38, """{"type":"Point","coordinates":[109.36,-7.38]}"""], rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal([null, "Batas", null, null, null, """{"type":"LineString","coordinates":[[109.1,-7.1],[109.2,-7.2]]}"""], rows[1].Cells.Select(cell => cell.Value));
        Assert.All(rows[2].Cells, cell => Assert.True(cell.IsEmpty));
        var single = (await TablePlanner.PlanAsync(Bytes.Utf8("""{"type":"Feature","properties":{"nama":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}"""))).Main;
        Assert.Equal(["nama", "longitude", "latitude", "geometry"], single.Columns.Select(column => column.Id));
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("windows-1252")]
    public async Task Should_read_other_encodings(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        using var source = Bytes.In(encoding, """[{"nama":"café","n":1},{"nama":"b","n":2}]""");
        var plan = (await TablePlanner.PlanAsync(source, new() { Read = new() { FileName = "a.json" } })).Main;
        Assert.Equal("café", (await PlannedRows.ReadAsync(source, plan).FirstAsync()).Cells[0].Text);
    }

    [Theory]
    [InlineData("[{\"a\":1},\n{\"a\":2},\n{\"a\":]", "Baris 3: JSON rusak", 3)]
    [InlineData("[{\"a\":1},{\"a\":2}", "JSON rusak", 1)]
    [InlineData("[{\"a\":1},[2]]", "Rekaman 2 lain bentuknya", 2)]
    [InlineData("[]", "tidak memuat tabel", null)]
    public async Task Should_say_what_is_wrong(string json, string message, int? row)
    {
        var options = new TablePlanOptions { Read = new() { FileName = "a.json" } };
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePlanner.PlanAsync(Bytes.Utf8(json), options));
        Assert.Contains(message, error.Text.Indonesian, StringComparison.Ordinal);
        Assert.Equal(row, error.Row);
    }

    [Fact]
    public async Task Should_refuse_what_is_over_a_limit()
    {
        var columns = "[{" + string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"k{i}\":1")) + "}]";
        await RefusesAsync(columns, "kolom lebih dari 10", new() { MaxColumns = 10 });
        await RefusesAsync("[[" + string.Join(',', Enumerable.Repeat("1", 20)) + "]]", "kolom lebih dari 10", new() { MaxColumns = 10 });
        await RefusesAsync("[{\"a\":\"" + new string('x', 300_000) + "\"}]", "lebih panjang dari 100000 bita", new() { MaxRowCharacters = 100_000 });
        await RefusesAsync("[{\"a\":\"" + new string('x', 300) + "\"}]", "lebih panjang dari 100 karakter", new() { MaxFieldCharacters = 100 });
        await RefusesAsync("[{\"a\":1},{\"a\":1},{\"a\":1}]", "baris lebih dari 2", new() { MaxRows = 2 });
        await RefusesAsync("[{\"a\":1},{\"a\":1},{\"a\":1}]", "sel lebih dari 2", new() { MaxCells = 2 });
        await RefusesAsync("[{\"a\":" + new string('[', 200) + new string(']', 200) + "}]", "terlalu dalam bersarang", new());
        await RefusesAsync("{\"x\":[{\"a\":1}],\"y\":[{\"a\":1}]}", "lembar lebih dari 1", new() { MaxSheets = 1 });
    }

    [Fact]
    public async Task Should_read_many_records_in_little_memory()
    {
        using var source = new RowsStream("[{\"no\":0,\"nama\":\"awal\"}\n", i => $",{{\"no\":{i + 1},\"nama\":\"baris {i}\"}}\n" + (i == 99_999 ? "]" : ""), 100_000);
        var plan = (await TablePlanner.PlanAsync(source)).Main;
        Assert.Equal(100_001, plan.Rows);
        Assert.Equal(100_000.0, (await PlannedRows.ReadAsync(source, plan).LastAsync()).Cells[0].Value);
    }

    private static async Task RefusesAsync(string json, string message, TableReadLimits limits)
    {
        var error = await Assert.ThrowsAsync<TableReadException>(
            () => TablePlanner.PlanAsync(Bytes.Utf8(json), new() { Read = new() { Limits = limits, FileName = "a.json" } }));
        Assert.Contains(message, error.Text.Indonesian, StringComparison.Ordinal);
    }
}
