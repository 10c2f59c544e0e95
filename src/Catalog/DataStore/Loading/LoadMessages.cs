using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Lines of a load's log.</summary>
internal static class LoadMessages
{
    public static TableMessage NoTable { get; } = new("Berkas ini bukan tabel, jadi tidak ada yang dimuat.", "The file is no table, so there is nothing to load.");

    public static TableMessage Current { get; } = new("Tabel yang tersaji sudah berasal dari berkas ini.", "The served table is of this file already.");

    public static TableMessage Foreign { get; } = new(
        "Sumber daya ini mempunyai tabel yang ditulis lewat API, jadi berkasnya tidak dimuat. Hapus tabel itu (datastore_delete), lalu muat ulang.",
        "The resource has a table that was written through the API, so the file is not loaded. Delete that table (datastore_delete), then load again.");

    public static TableMessage Cancelled { get; } = new("Pemuatan dibatalkan.", "The load was cancelled.");

    public static TableMessage KeptTable { get; } = new("Tabel lama tetap disajikan.", "The old table is still served.");

    public static TableMessage Begin(long bytes) => new($"Membaca berkas ({bytes} bita).", $"Reading the file ({bytes} bytes).");

    public static TableMessage Planned(string sheet, int columns, long rows) => new(
        $"{(sheet.Length > 0 ? $"Lembar \"{sheet}\": " : "")}{columns} kolom, {rows} baris; dimuat.",
        $"{(sheet.Length > 0 ? $"Sheet \"{sheet}\": " : "")}{columns} columns, {rows} rows; loading.");

    public static TableMessage LeftOut(int rows) => new($"{rows} baris bukan data (judul, catatan, jumlah, tanda tangan) ditinggalkan.", $"{rows} rows that are no data (titles, notes, totals, signatures) are left out.");

    public static TableMessage LeftOutSheet(string name, bool hidden) => hidden
        ? new($"Lembar tersembunyi \"{name}\" tidak dimuat.", $"The hidden sheet \"{name}\" is not loaded.")
        : new($"\"{name}\" bukan tabel dan tidak dimuat.", $"\"{name}\" is no table and is not loaded.");

    public static TableMessage OtherTable(string name) => new(
        $"Lembar \"{name}\" juga berisi tabel; hanya satu yang dimuat. Pilih yang lain dengan koreksi bila perlu.",
        $"The sheet \"{name}\" holds a table as well; only one is loaded. Choose another with a correction where needed.");

    public static TableMessage Done(long rows, double seconds) => new(
        FormattableString.Invariant($"Selesai: {rows} baris dalam {seconds:0.0} detik."), FormattableString.Invariant($"Done: {rows} rows in {seconds:0.0} seconds."));
}
