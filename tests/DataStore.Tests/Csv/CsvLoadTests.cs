using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.Csv;
using Purbalingga.Catalog.DataStore.DuckDb;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;

namespace Purbalingga.DataStore.Tests.Csv;

/// <summary>A CSV file that the engine reads itself becomes the same table as by its rows, or is left to that way.</summary>
public sealed class CsvLoadTests : IDisposable
{
    private const string Id = "0f9a1c5e-7a52-4c7e-9a55-111111111111";
    private const string Header = "no urut,kecamatan,jumlah,nilai,luas,tanggal,dicatat,aktif,kosong";
    private const int Rows = 6500;
    private const int Head = 5200;
    private const int At = 6000;
    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-csv").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("as planned", "", true)]
    [InlineData("missing values", "7501,Mrebet,-,n/a,TAD,,null,,\n7502,-,,,,,,,", true)]
    [InlineData("quoted", "7501,\"Mrebet, \"\"utara\"\"\",5,1.5,\"1.234,5\",31/12/2025,2025-12-31 08:30:00,ya,", true)]
    [InlineData("a line end in quotes", "7501,\"Mrebet\nutara\",5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", true)]
    [InlineData("a number that is a code", "0123,Mrebet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("a fraction among whole numbers", "7501,Mrebet,5.5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("sixteen digits", "7501,Mrebet,1234567890123456,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("the other decimal sign", "7501,Mrebet,5,1.5,2.5,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("a word among numbers", "7501,Mrebet,banyak,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("blanks around a number", "7501,Mrebet, 5 ,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("a day that is none", "7501,Mrebet,5,1.5,2,31/02/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("a named month", "7501,Mrebet,5,1.5,2,31 Desember 2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("an ISO day among others", "7501,Mrebet,5,1.5,2,2025-12-31,2025-12-31T08:30,TIDAK,", true)]
    [InlineData("another word for yes", "7501,Mrebet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,mungkin,", false)]
    [InlineData("the first value of an empty column", "7501,Mrebet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,5", false)]
    [InlineData("the header once more", Header, false)]
    [InlineData("a blank line", "", true)]
    [InlineData("a line of delimiters", ",,,,,,,,", false)]
    [InlineData("a short line", "7501,Mrebet,5", false)]
    [InlineData("a long line", "7501,Mrebet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,,", null)]
    [InlineData("a longer line", "7501,Mrebet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,,x", false)]
    [InlineData("a quotation mark inside", "7501,Mre\"bet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", null)]
    [InlineData("text behind a quotation mark", "7501,\"Mre\"bet,5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", null)]
    [InlineData("percent", "7501,Mrebet,5,45 %,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("a negative number in brackets", "7501,Mrebet,(5),1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("an exponent", "7501,Mrebet,5,1.5e3,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("an early day", "7501,Mrebet,5,1.5,2,31/12/0025,2025-12-31 08:30:00,ya,", false)]
    [InlineData("U+0000", "7501,\"Mre\0bet\",5,1.5,2,31/12/2025,2025-12-31 08:30:00,ya,", false)]
    public Task Should_be_the_same_table_with_one_odd_line(string what, string line, bool? fast) =>
        ComparesAsync(Text(what == "as planned" ? null : line, ""), fast);

    [Theory]
    [InlineData("Jumlah,,99,1.5,2,,,,\n")]
    [InlineData("\nSumber: Dinas Kesehatan,,,,,,,,\n")]
    [InlineData("\n,,,,,,\"Purbalingga, 2 Januari 2026\",,\n,,,,,,Kepala Dinas,,\n,,,,,,Budi Santoso,,\n")]
    [InlineData("Total,,,,,,,,")]
    public Task Should_leave_a_file_with_a_foot_to_the_exact_way(string foot) => ComparesAsync(Text(null, foot), false);

    [Theory]
    [InlineData(";", "\r\n", true)]
    [InlineData("\t", "\n", true)]
    [InlineData("|", "\r\n", true)]
    [InlineData(",", "\r", null)]
    public Task Should_read_other_dialects(string delimiter, string end, bool? fast) =>
        ComparesAsync(Text(null, "", delimiter).Replace("\n", end, StringComparison.Ordinal), fast);

    [Fact]
    public async Task Should_leave_the_old_table_where_a_file_is_not_as_planned()
    {
        using var store = await OpenAsync();
        await store.ChangeAsync(new TableChange(Id) { Columns = [new("nama", "text")], RowColumns = ["nama"], Rows = new DataBatch(1, 1, [DataValue.Of("lama")]) }, default);
        var path = Path.Combine(_folder, "salah.csv");
        await File.WriteAllTextAsync(path, "a,b\n1,x\ny,z\n");

        Assert.Null(await store.LoadCsvAsync(new TableLoad(Id, [new("a", "int8"), new("b", "text")]), new CsvText(path, ',', ["a", "b"], [CsvReading.Whole, CsvReading.Text], 1, 100), null, default));

        Assert.Equal([["1", "lama"]], await RowsAsync(store));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "datastore"), "*.new*"));
    }

    private static string Text(string? odd, string foot, string delimiter = ",")
    {
        var text = new StringBuilder(Header.Replace(",", delimiter, StringComparison.Ordinal)).Append('\n');
        for (var i = 1; i <= Rows; i++)
        {
            var day = new DateTime(2020, 1, 1).AddDays(i % 2000).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
            var luas = delimiter == "," ? i % 900 + 1 : i % 900;
            text.Append(CultureInfo.InvariantCulture, $"{i}{delimiter}Kecamatan {i % 18}{delimiter}{(i % 7 == 0 ? "-" : i * 3)}{delimiter}{i}.25{delimiter}");
            text.Append(delimiter == "," ? $"\"{luas},5\"" : $"{luas},5").Append(CultureInfo.InvariantCulture, $"{delimiter}{day}{delimiter}2024-05-{1 + (i % 28):00} 0{i % 10}:15:00{delimiter}{(i % 3 == 0 ? "Ya" : "tidak")}{delimiter}\n");
            if (i == At && odd is not null)
            {
                text.Append(odd).Append('\n');
            }
        }

        return text.Append(foot).ToString();
    }

    /// <param name="fast">Whether the engine must read the file itself; null where either will do.</param>
    private async Task ComparesAsync(string text, bool? fast)
    {
        var path = Path.Combine(_folder, "tabel.csv");
        await File.WriteAllTextAsync(path, text);
        await using var file = File.OpenRead(path);
        var head = (await TablePlanner.PlanAsync(file, new TablePlanOptions { EvidenceRows = Head })).Main;
        using var store = await OpenAsync();
        var result = await CsvTexts.OfAsync(path, file, head, default) is { } csv
            ? await store.LoadCsvAsync(new TableLoad(Id, [.. head.Columns.Select(c => new DataColumn(c.Id, TypeOf(c.Type)))]), csv, null, default)
            : null;
        if (fast is { } wanted)
        {
            Assert.Equal(wanted, result is not null);
        }

        if (result is null)
        {
            Assert.Empty(await store.ListAsync(default));
            return;
        }

        var whole = (await TablePlanner.PlanAsync(file)).Main;
        Assert.Equal(whole.Columns, head.Columns);
        var expected = new List<string[]>();
        await foreach (var row in PlannedRows.ReadAsync(file, whole))
        {
            expected.Add([(expected.Count + 1).ToString(CultureInfo.InvariantCulture), .. row.Cells.Select(c => c.Kind == CellKind.Text ? c.Text : c.ToInvariantString())]);
        }

        Assert.Equal(result.Count, expected.Count);
        Assert.Equal(expected, await RowsAsync(store));
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "int8",
        ColumnType.Number => "float8",
        ColumnType.Date => "date",
        ColumnType.DateTime => "timestamp",
        ColumnType.Boolean => "bool",
        _ => "text",
    };

    private static async Task<List<string[]>> RowsAsync(DuckDataStore store)
    {
        var all = new List<string[]>();
        await using var rows = await store.QueryAsync(new DataQuery(Id), TimeSpan.FromSeconds(30), default);
        await foreach (var batch in rows.ReadAsync(default))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                all.Add([.. batch.Row(row).ToArray().Select(Show)]);
            }
        }

        return all;
    }

    private static string Show(DataValue value) => value.Kind switch
    {
        DataKind.Null => "",
        DataKind.Whole => value.Whole.ToString(CultureInfo.InvariantCulture),
        DataKind.Real => value.Real.ToString(CultureInfo.InvariantCulture),
        DataKind.Boolean => value.Boolean ? "true" : "false",
        DataKind.Date => DateTime.UnixEpoch.AddDays(value.Whole).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DataKind.Timestamp => DateTime.UnixEpoch.AddMicroseconds(value.Whole).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => value.Text,
    };

    private async Task<DuckDataStore> OpenAsync()
    {
        var store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);
        await store.StartAsync(default);
        return store;
    }
}
