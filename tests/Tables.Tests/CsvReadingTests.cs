using System.Text;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class CsvReadingTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("kode,nama,jumlah\n1,Kemangkon,45\n2,Bukateja,50\n", ',')]
    [InlineData("kode;nama;luas\n1;Kemangkon;45,25\n2;Bukateja;50,10\n", ';')]
    [InlineData("kode\tnama\tjumlah\n1\tKemangkon, Jawa Tengah\t45\n2\tBukateja, Jawa Tengah\t50\n", '\t')]
    [InlineData("kode|nama|jumlah\n1|Kemangkon|45\n2|Bukateja|50\n", '|')]
    [InlineData("nama;alamat\nSD 1;\"Jl. Raya 1; Kemangkon\"\nSD 2;Jl. Raya 2, Bukateja\n", ';')]
    [InlineData("sep=|\nnama|alamat, kota\nSD 1|a\n", '|')]
    public async Task Should_find_the_delimiter(string text, char delimiter)
    {
        await using var file = await TableReaders.OpenAsync(Bytes.Utf8(text));
        Assert.Equal(delimiter, file.Detection.Delimiter);
    }

    [Fact]
    public async Task Should_read_quotes_line_breaks_and_doubled_quotes_with_their_line_numbers()
    {
        var rows = await RowsAsync(Bytes.Utf8("a,b\r\n\"satu\r\ndua\",\"kata \"\"x\"\"\"\r\n\r\n3,\"\"\r\n"));
        Assert.Equal([1, 2, 4, 5], rows.Select(row => row.Number));
        Assert.Equal("satu\r\ndua", rows[1].Cells[0].Text);
        Assert.Equal("kata \"x\"", rows[1].Cells[1].Text);
        Assert.Empty(rows[2].Cells);
        Assert.True(rows[3].Cells[1].IsEmpty);
    }

    [Theory, InlineData("\n"), InlineData("\r\n"), InlineData("\r")]
    public async Task Should_read_every_kind_of_line_end(string end)
    {
        var rows = await RowsAsync(Bytes.Utf8(string.Join(end, "a,b", "1,2", "3,4")));
        Assert.Equal([1, 2, 3], rows.Select(row => row.Number));
        Assert.Equal("4", rows[2].Cells[1].Text);
    }

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false },
        { "windows-1252", false },
    };

    [Theory, MemberData(nameof(Encodings))]
    public async Task Should_find_the_encoding(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? Windows1252 : Encoding.GetEncoding(name);
        const string text = "nama,kafé\nDesa Mrébet – “utama”,José\nDesa Karangréja,Ñusa\n";
        await using var source = mark ? Bytes.In(encoding, text) : Bytes.Without(encoding, text);
        await using var file = await TableReaders.OpenAsync(source);
        Assert.Equal(name, file.Detection.Encoding);
        Assert.Equal(mark, file.Detection.HasByteOrderMark);
        var rows = await RowsAsync(source);
        Assert.Equal("nama", rows[0].Cells[0].Text);
        Assert.Equal("Desa Mrébet – “utama”", rows[1].Cells[0].Text);
    }

    [Fact]
    public async Task Should_tell_the_line_of_an_open_quote()
    {
        var error = await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(Bytes.Utf8("a,b\n1,2\n3,\"tak tutup\n5,6\n7,8\n")));
        Assert.Equal(3, error.Row);
        Assert.Contains("Baris 3", error.Text.Indonesian, StringComparison.Ordinal);
        Assert.Contains("Row 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_the_row_with_too_many_columns()
    {
        var text = "a,b,c,d\n" + string.Concat(Enumerable.Range(2, 12).Select(i => $"{i},x,y,z\n")) + "14,x,y,z,lebih\n15,x,y,z\n";
        var error = await Assert.ThrowsAsync<TableReadException>(() => TablePreviews.ReadAsync(Bytes.Utf8(text)));
        Assert.Equal((14, "lebih"), (error.Row, error.Value));
        Assert.StartsWith("Baris 14: jumlah kolom 5, seharusnya 4", error.Text.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_field_and_a_row_without_end()
    {
        var limits = new TableReadLimits { MaxFieldCharacters = 1000, MaxRowCharacters = 5000, MaxColumns = 6000 };
        var options = new TableReadOptions { Limits = limits, FileName = "a.csv" };
        var field = await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(Bytes.Utf8("a,b\n1,\"" + new string('x', 2000) + "\"\n"), options));
        Assert.Equal(2, field.Row);
        var row = await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(Bytes.Utf8("a,b\n" + new string(',', 5500) + "\n"), options));
        Assert.Equal(2, row.Row);
        var columns = await Assert.ThrowsAsync<TableReadException>(() => RowsAsync(
            Bytes.Utf8("a,b\n" + new string(',', 200) + "\n"), options with { Limits = limits with { MaxColumns = 100 } }));
        Assert.Equal(2, columns.Row);
    }

    [Fact]
    public async Task Should_agree_with_CsvHelper_on_what_it_writes()
    {
        var random = new Random(7);
        string[] pieces = ["", "a", "b c", "\"", ",", "\n", "\r\n", "é", " ", "12", "\t", "'"];
        for (var round = 0; round < 200; round++)
        {
            var written = Enumerable.Range(0, 5)
                .Select(_ => Enumerable.Range(0, 3).Select(_ => string.Concat(Enumerable.Range(0, 4).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray())
                .ToArray();
            var text = new MemoryStream();
            await using (var csv = CsvHelper.CsvWriter.Create(text, new CsvHelper.CsvWriterOptions(), leaveOpen: true))
            {
                foreach (var row in written)
                {
                    foreach (var field in row)
                    {
                        csv.WriteField(field);
                    }

                    csv.EndRecord();
                }
            }

            var rows = await RowsAsync(text, new TableReadOptions { Delimiter = ',', FileName = "a.csv" });
            Assert.Equal(written, rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray()));
        }
    }

    internal static async Task<List<TableRow>> RowsAsync(Stream source, TableReadOptions? options = null)
    {
        await using var file = await TableReaders.OpenAsync(source, options);
        return await file.ReadRowsAsync(file.Sheets[0]).ToListAsync();
    }
}
