using System.IO.Compression;
using System.Text;
using Purbalingga.Tables.Sniffing;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests;

public sealed class SniffingTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", null, FileKind.Csv)]
    [InlineData("a;b\n1;2\n3;4\n", "data.txt", FileKind.Csv)]
    [InlineData("a\tb\n1\t2\n3\t4\n", "data.csv", FileKind.Tsv)]
    [InlineData("nama\nKemangkon\nBukateja\n", "data.csv", FileKind.Csv)]
    [InlineData("nama\nKemangkon\nBukateja\n", "catatan.txt", FileKind.Text)]
    [InlineData("Halo, ini surat.\nTidak ada tabel di sini\nsama sekali\n", "a.xlsx", FileKind.Text)]
    [InlineData("{\"a\": [1, 2, {\"b\": null}]}", "a.csv", FileKind.Json)]
    [InlineData("  [1, 2]", null, FileKind.Json)]
    [InlineData("{\"type\": \"FeatureCollection\", \"features\": []}", "a.json", FileKind.GeoJson)]
    [InlineData("{\"a\": 1}\n{\"a\": 2}\n", null, FileKind.NdJson)]
    [InlineData("[kode],nama\n[1],a\n[2],b\n", null, FileKind.Csv)]
    [InlineData("<?xml version=\"1.0\"?><!-- x --><data/>", null, FileKind.Xml)]
    [InlineData("<!DOCTYPE html><html><body><table></table></body></html>", "laporan.xls", FileKind.Html)]
    [InlineData("\n  <table border=1><tr><td>1</td></tr></table>", "laporan.xls", FileKind.Html)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.png", FileKind.Svg)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\">\n<svg/>", null, FileKind.Svg)]
    [InlineData("%PDF-1.7\n%", "a.csv", FileKind.Pdf)]
    [InlineData("PAR1\u0015", "a.csv", FileKind.Parquet)]
    [InlineData("GIF89a..", null, FileKind.Gif)]
    [InlineData("RIFF....WEBPVP8 ", null, FileKind.Webp)]
    [InlineData("", "a.csv", FileKind.Unknown)]
    public async Task Should_tell_what_a_file_really_is(string content, string? name, FileKind kind) =>
        Assert.Equal(kind, await FileSniffer.SniffAsync(Bytes.Utf8(content), name));

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0 }, FileKind.Png)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0 }, FileKind.Jpeg)]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0, 0 }, FileKind.Gzip)]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3 }, FileKind.Unknown)]
    public async Task Should_tell_binary_files_by_their_signature(byte[] content, FileKind kind) =>
        Assert.Equal(kind, await FileSniffer.SniffAsync(new MemoryStream(content), "data.csv"));

    [Theory]
    [InlineData("xl/workbook.xml", FileKind.Xlsx)]
    [InlineData("xl/workbook.bin", FileKind.Xlsb)]
    [InlineData("word/document.xml", FileKind.Docx)]
    [InlineData("data.csv", FileKind.Zip)]
    public async Task Should_look_inside_a_zip(string entry, FileKind kind)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(entry);
        }

        Assert.Equal(kind, await FileSniffer.SniffAsync(bytes, "data.csv"));
        Assert.Equal(0, bytes.Position);
    }

    [Theory]
    [InlineData("penduduk-libreoffice.xlsx", FileKind.Xlsx, "XLSX")]
    [InlineData("penduduk-libreoffice.xls", FileKind.Xls, "XLS")]
    [InlineData("penduduk-libreoffice.ods", FileKind.Ods, "ODS")]
    [InlineData("penduduk-libreoffice.csv", FileKind.Csv, "CSV")]
    [InlineData("html-disimpan-sebagai.xls", FileKind.Html, "HTML")]
    public async Task Should_tell_files_of_real_programs_whatever_they_are_called(string name, FileKind kind, string label)
    {
        await using var file = Bytes.File(name);
        Assert.Equal(kind, await FileSniffer.SniffAsync(file, "salah.pdf"));
        Assert.Equal(label, kind.FormatLabel());
    }

    [Fact]
    public async Task Should_tell_text_in_UTF_16() =>
        Assert.Equal(FileKind.Csv, await FileSniffer.SniffAsync(Bytes.In(Encoding.Unicode, "a,b\n1,2\n3,4\n"), null));

    [Fact]
    public void Should_know_a_media_type_of_every_kind() =>
        Assert.All(Enum.GetValues<FileKind>(), kind => Assert.Matches("^[a-z]+/[a-z0-9.+-]+$", kind.MediaType()));
}
