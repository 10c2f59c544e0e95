using System.Globalization;

namespace Purbalingga.Tables;

/// <summary>Every sentence that reading a table can say. Each tells what is wrong and what to do.</summary>
internal static class TableMessages
{
    public static TableMessage Unreadable { get; } = new(
        "Berkas tidak dapat dibaca sebagai tabel. Buka berkas dengan aplikasinya, simpan ulang sebagai XLSX atau CSV, lalu unggah kembali.",
        "The file cannot be read as a table. Open it in its application, save it again as XLSX or CSV and upload it again.");

    public static TableMessage EmptyFile { get; } = new(
        "Berkas kosong (0 bita). Periksa berkas aslinya lalu unggah kembali.",
        "The file is empty (0 bytes). Check the original file and upload it again.");

    public static TableMessage Encrypted { get; } = new(
        "Berkas dilindungi kata sandi. Hapus kata sandinya (Berkas > Info > Proteksi Buku Kerja), simpan, lalu unggah kembali.",
        "The file is protected by a password. Remove the password (File > Info > Protect Workbook), save and upload it again.");

    public static TableMessage BinaryText { get; } = new(
        "Berkas ini bukan teks: isinya biner. Simpan tabel sebagai CSV atau XLSX dari aplikasinya lalu unggah kembali.",
        "The file is not text: its content is binary. Save the table as CSV or XLSX from its application and upload it again.");

    public static TableMessage HtmlNotTable { get; } = new(
        "Berkas ini sebenarnya halaman HTML, bukan lembar kerja atau CSV. Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu unggah kembali.",
        "The file is really an HTML page, not a workbook or CSV. Open it in Excel or LibreOffice, save it as XLSX and upload it again.");

    public static TableMessage BrokenWorkbook { get; } = new(
        "Buku kerja rusak atau terpotong. Buka di Excel atau LibreOffice (pilih perbaiki bila ditawarkan), simpan sebagai XLSX, lalu unggah kembali.",
        "The workbook is damaged or cut off. Open it in Excel or LibreOffice (accept the repair if offered), save it as XLSX and upload it again.");

    public static TableMessage NoSheet { get; } = new(
        "Buku kerja tidak memuat lembar data. Periksa berkas aslinya lalu unggah kembali.",
        "The workbook has no sheet with data. Check the original file and upload it again.");

    public static TableMessage NoRows { get; } = new(
        "Tidak ada baris data yang ditemukan. Isi tabelnya lalu unggah kembali.",
        "No row of data was found. Fill in the table and upload it again.");

    public static TableMessage DocumentTypeRefused { get; } = new(
        "Buku kerja memuat deklarasi DOCTYPE, yang ditolak demi keamanan. Simpan ulang dari Excel atau LibreOffice lalu unggah kembali.",
        "The workbook carries a DOCTYPE declaration, which is refused for safety. Save it again from Excel or LibreOffice and upload it again.");

    public static TableMessage UnknownEncoding(string name) => new(
        $"Pengodean teks \"{name}\" tidak dikenal. Gunakan UTF-8.",
        $"The text encoding \"{name}\" is not known. Use UTF-8.");

    public static TableMessage NoTable(FileKind kind) => kind switch
    {
        FileKind.Html => HtmlNotTable,
        FileKind.EncryptedOffice => Encrypted,
        FileKind.Unknown => BinaryText,
        _ => new(
            $"Berkas ini sebenarnya {Name(kind)}, bukan tabel yang dapat dibaca di sini. Simpan tabelnya sebagai XLSX atau CSV lalu unggah kembali.",
            $"The file is really {Name(kind)}, not a table that can be read here. Save the table as XLSX or CSV and upload it again."),
    };

    public static TableMessage TooManyFields(int row, int found, int expected) => new(
        $"Baris {row}: jumlah kolom {found}, seharusnya {expected}. Periksa pemisah atau tanda kutip pada baris itu.",
        $"Row {row}: {found} columns, expected {expected}. Check the delimiters and quotes in that row.");

    public static TableMessage OpenQuote(int row) => new(
        $"Baris {row}: tanda kutip dibuka tetapi tidak pernah ditutup. Tutup atau gandakan tanda kutip pada baris itu.",
        $"Row {row}: a quote is opened and never closed. Close or double the quote in that row.");

    public static TableMessage FieldTooLong(int row, int limit) => new(
        $"Baris {row}: satu isian lebih panjang dari {Count(limit)} karakter. Periksa tanda kutip yang tidak ditutup.",
        $"Row {row}: a field is longer than {Count(limit)} characters. Look for a quote that is not closed.");

    public static TableMessage RowTooLong(int row, int limit) => new(
        $"Baris {row}: baris lebih panjang dari {Count(limit)} karakter. Periksa pemisah baris dan tanda kutip.",
        $"Row {row}: the row is longer than {Count(limit)} characters. Check line ends and quotes.");

    public static TableMessage NotInEncoding(int row, string encoding) => new(
        $"Sekitar baris {row}: ada bita yang bukan {encoding}. Simpan ulang berkas sebagai CSV UTF-8 lalu unggah kembali.",
        $"Near row {row}: bytes that are not {encoding}. Save the file again as CSV UTF-8 and upload it again.");

    public static TableMessage NulCharacter(int row) => new(
        $"Sekitar baris {row}: ada karakter NUL, jadi berkas ini bukan teks biasa. Simpan ulang sebagai CSV UTF-8 lalu unggah kembali.",
        $"Near row {row}: a NUL character, so this is no plain text. Save the file again as CSV UTF-8 and upload it again.");

    public static TableMessage OverLimit(string whatId, string whatEn, long limit) => new(
        $"Berkas melebihi batas: {whatId} lebih dari {Count(limit)}. Pecah berkasnya menjadi beberapa bagian lalu unggah kembali.",
        $"The file is over a limit: {whatEn} more than {Count(limit)}. Split the file and upload the parts.");

    public static TableMessage SuspiciousRatio(string part) => new(
        $"Bagian \"{part}\" memuai terlalu besar saat dibuka, seperti bom zip. Simpan ulang dari Excel atau LibreOffice lalu unggah kembali.",
        $"The part \"{part}\" unpacks suspiciously large, like a zip bomb. Save the workbook again from Excel or LibreOffice and upload it again.");

    public static TableMessage SuspiciousEntry(string part) => new(
        $"Buku kerja memuat bagian \"{part}\" yang tidak wajar (ganda atau keluar dari folder). Simpan ulang dari Excel atau LibreOffice lalu unggah kembali.",
        $"The workbook has an odd part \"{part}\" (twice there or outside its folder). Save it again from Excel or LibreOffice and upload it again.");

    public static TableMessage BrokenSheet(string sheet, int row) => new(
        $"Lembar \"{sheet}\" rusak sekitar baris {row}. Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu unggah kembali.",
        $"Sheet \"{sheet}\" is damaged near row {row}. Open it in Excel or LibreOffice, save it as XLSX and upload it again.");

    public static TableMessage NoSuchSheet(string sheet) => new(
        $"Lembar \"{sheet}\" tidak ada dalam berkas.",
        $"There is no sheet \"{sheet}\" in the file.");

    public static TableMessage ColumnsOverLimit(int row, int limit) => new(
        $"Baris {row}: lebih dari {Count(limit)} kolom. Periksa pemisah pada baris itu.",
        $"Row {row}: more than {Count(limit)} columns. Check the delimiters in that row.");

    public static TableMessage NoHeader { get; } = new(
        "Baris judul kolom tidak ditemukan; kolom diberi nama kolom_1, kolom_2 dan seterusnya.",
        "No header row was found; columns are named kolom_1, kolom_2 and so on.");

    public static TableMessage ShortRows(int count, int first) => new(
        $"{Count(count)} baris berisi lebih sedikit kolom daripada judulnya (pertama: baris {first}); sisanya dianggap kosong.",
        $"{Count(count)} rows have fewer columns than the header (first: row {first}); the rest is taken as empty.");

    public static TableMessage CellsOutside(int count, int first) => new(
        $"{Count(count)} isian berada di luar kolom tabel dan tidak ikut dibaca (pertama: baris {first}). Beri judul kolomnya bila itu data.",
        $"{Count(count)} cells lie outside the table's columns and are left out (first: row {first}). Give their column a header if they are data.");

    public static TableMessage AlmostTyped(string column, ColumnType type, long others, long total, int row, string value) => new(
        $"Kolom \"{column}\": {Count(others)} dari {Count(total)} nilai bukan {TypeId(type)} (pertama: baris {row}, \"{value}\"), maka kolom dibaca sebagai teks.",
        $"Column \"{column}\": {Count(others)} of {Count(total)} values are no {TypeEn(type)} (first: row {row}, \"{value}\"), so the column is read as text.");

    public static TableMessage BrokenParquet { get; } = new(
        "Berkas Parquet rusak, terpotong, atau memakai fitur yang tidak dikenal. Buat ulang berkasnya lalu unggah kembali.",
        "The Parquet file is damaged, cut off or uses a feature that is not known. Make it again and upload it again.");

    public static TableMessage NoRecords { get; } = new(
        "JSON ini tidak memuat tabel: dicari larik berisi rekaman, misalnya [{\"nama\": \"A\"}]. Susun datanya demikian lalu unggah kembali.",
        "The JSON holds no table: an array of records is looked for, such as [{\"name\": \"A\"}]. Arrange the data so and upload it again.");

    public static TableMessage BrokenJson { get; } = new(
        "JSON rusak atau terpotong. Periksa dengan pemeriksa JSON lalu unggah kembali.",
        "The JSON is damaged or cut off. Check it with a JSON validator and upload it again.");

    public static TableMessage BrokenJsonAt(int line) => new(
        $"Baris {line}: JSON rusak, terpotong, atau terlalu dalam bersarang. Periksa dengan pemeriksa JSON lalu unggah kembali.",
        $"Row {line}: the JSON is damaged, cut off or nested too deeply. Check it with a JSON validator and upload it again.");

    public static TableMessage OtherRecord(int record) => new(
        $"Rekaman {record} lain bentuknya daripada yang pertama (objek dan larik tercampur). Samakan bentuk semua rekaman lalu unggah kembali.",
        $"Record {record} has another form than the first (objects and arrays are mixed). Give all records one form and upload it again.");

    public static TableMessage RecordTooLong(int limit) => new(
        $"Satu rekaman JSON lebih panjang dari {Count(limit)} bita. Pecah rekaman itu lalu unggah kembali.",
        $"A JSON record is longer than {Count(limit)} bytes. Split it and upload the file again.");

    public static TableMessage ValueTooLong(int limit) => new(
        $"Satu nilai lebih panjang dari {Count(limit)} karakter. Pendekkan nilai itu lalu unggah kembali.",
        $"A value is longer than {Count(limit)} characters. Shorten it and upload the file again.");

    public static TableMessage OtherFiles(string names) => new(
        $"Berkas lain dalam arsip ini bukan tabel dan tidak ikut dibaca: {names}.",
        $"Other files in this archive are no tables and are left out: {names}.");

    public static TableMessage BrokenArchive { get; } = new(
        "Arsip (zip atau gzip) rusak, terpotong, atau berkata sandi. Kemas ulang berkasnya lalu unggah kembali.",
        "The archive (zip or gzip) is damaged, cut off or protected by a password. Pack the file again and upload it again.");

    public static TableMessage NestedArchive(string name) => new(
        $"Arsip di dalam arsip (\"{name}\") tidak dibuka. Unggah arsip yang di dalamnya saja.",
        $"An archive in an archive (\"{name}\") is not opened. Upload the inner archive alone.");

    public static TableMessage NoTableInArchive { get; } = new(
        "Arsip ini tidak memuat tabel yang dapat dibaca di sini. Kemas tabelnya sebagai XLSX atau CSV lalu unggah kembali.",
        "The archive holds no table that can be read here. Pack the table as XLSX or CSV and upload it again.");

    public static TableMessage Misfit(string? sheet, int row, string column, string value, ColumnType type) => new(
        $"{(sheet is null ? "Baris" : $"Lembar \"{sheet}\", baris")} {row}, kolom \"{column}\": \"{value}\" bukan {TypeId(type)}{SampleId(type)}. Perbaiki nilai itu, atau ubah jenis kolom menjadi teks.",
        $"{(sheet is null ? "Row" : $"Sheet \"{sheet}\", row")} {row}, column \"{column}\": \"{value}\" is no {TypeEn(type)}{SampleEn(type)}. Correct the value, or make the column text.");

    public static TableMessage HeaderNotFound(int row) => new(
        $"Baris {row} yang ditetapkan sebagai judul kolom tidak ada di antara baris-baris pertama lembar ini. Periksa koreksi tabelnya.",
        $"Row {row}, set as a header row, is not among the first rows of the sheet. Check the correction of the table.");

    public static TableMessage NoColumns { get; } = new(
        "Tidak ada kolom yang tersisa untuk dibaca. Periksa koreksi tabelnya.",
        "No column is left to read. Check the correction of the table.");

    public static TableMessage OtherFile { get; } = new(
        "Berkas sudah berubah sejak rencana bacanya dibuat. Buat ulang rencananya.",
        "The file has changed since its reading was planned. Plan it again.");

    public static TableMessage AmbiguousThousands(string column, string value) => new(
        $"Kolom \"{column}\": titik atau koma pada \"{value}\" dibaca sebagai pemisah ribuan. Periksa bila maksudnya desimal.",
        $"Column \"{column}\": the dot or comma in \"{value}\" is read as a thousands separator. Check whether decimals are meant.");

    public static TableMessage Unwritable { get; } = new(
        "Tabel ini tidak dapat ditulis dalam format itu. Pilih format lain.",
        "The table cannot be written in that format. Choose another.");

    public static TableMessage NoPlaces { get; } = new(
        "Tabel ini tidak memuat koordinat (kolom lintang dan bujur dalam derajat, atau kolom geometri), jadi tidak dapat ditulis sebagai GeoJSON. Pilih format lain.",
        "The table has no coordinates (columns of latitude and longitude in degrees, or a column of geometries), so it cannot be written as GeoJSON. Choose another format.");

    public static TableMessage TooManyForSheet(int columns, int limit) => new(
        $"Tabel ini memiliki {Count(columns)} kolom; lembar kerja memuat paling banyak {Count(limit)}. Pilih format lain.",
        $"The table has {Count(columns)} columns; a worksheet holds {Count(limit)} at most. Choose another format.");

    public static TableMessage HiddenSheets(string names) => new(
        $"Lembar tersembunyi tidak ikut dibaca: {names}.",
        $"Hidden sheets are left out: {names}.");

    public static TableMessage OtherSheets(string names) => new(
        $"Lembar lain dalam berkas ini: {names}.",
        $"Other sheets in this file: {names}.");

    private static string Name(FileKind kind) => kind.FormatLabel() is { Length: > 0 } label ? label : "biner/binary";

    private static string TypeId(ColumnType type) => type switch
    {
        ColumnType.Integer => "bilangan bulat",
        ColumnType.Number => "bilangan",
        ColumnType.Date => "tanggal",
        ColumnType.DateTime => "tanggal dan jam",
        ColumnType.Boolean => "ya/tidak",
        _ => "teks",
    };

    private static string SampleId(ColumnType type) => type switch
    {
        ColumnType.Integer => " (contoh: 1.250)",
        ColumnType.Number => " (contoh: 1.250,75)",
        ColumnType.Date => " (contoh: 31/12/2025)",
        ColumnType.DateTime => " (contoh: 2025-12-31 08:30)",
        _ => "",
    };

    private static string SampleEn(ColumnType type) => SampleId(type).Replace("contoh", "such as", StringComparison.Ordinal);

    private static string TypeEn(ColumnType type) => type switch
    {
        ColumnType.Integer => "whole number",
        ColumnType.Number => "number",
        ColumnType.Date => "date",
        ColumnType.DateTime => "date and time",
        ColumnType.Boolean => "yes/no",
        _ => "text",
    };

    private static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);
}
