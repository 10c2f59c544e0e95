using System.Text.Json.Nodes;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Resources.Tables;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Why a load failed, for the file's owner: where it stands in the file, what stands there, what was expected, what to do.</summary>
internal static class LoadErrors
{
    public static TableMessage Lost { get; } = new("Berkas ini tidak ada lagi di penyimpanan. Unggah ulang berkasnya.", "This file is no longer in the store. Upload it again.");

    public static TableMessage Server { get; } = new(
        "Server gagal memuat berkas ini; berkasnya sendiri belum tentu salah. Coba muat ulang, dan beri tahu pengelola bila terjadi lagi.",
        "The server failed to load this file; the file itself need not be wrong. Load it again, and tell the administrator if it happens again.");

    /// <summary><c>{message_id, message_en, sheet, row, column, value, expected}</c>; row as in the file, 1-based.</summary>
    public static JsonObject Of(TableReadException error)
    {
        var json = TablePreviewJson.Of(error);
        json["expected"] = error.Expected?.ToString().ToLowerInvariant();
        return json;
    }

    /// <inheritdoc cref="Of(TableReadException)"/>
    public static JsonObject Of(TableMessage text) => Of(new TableReadException(text));

    /// <summary>An engine's refusal of a row.</summary>
    /// <param name="row">Row as in the file; null when it is none of a single row.</param>
    /// <param name="key">Columns of the table's key.</param>
    public static JsonObject Of(DataStoreException error, string? sheet, int? row, IReadOnlyList<string> key)
    {
        var columns = string.Join(", ", key.Select(column => $"\"{column}\""));
        var json = Of(error.Error switch
        {
            DataStoreError.DuplicateKey => new TableMessage(
                $"Tabel ini berkunci {columns}, dan berkas memuat nilai kunci yang sama pada lebih dari satu baris. Perbaiki baris gandanya, atau lepas kuncinya (datastore_create dengan primary_key kosong) lalu muat ulang.",
                $"The table has the key {columns}, and the file has the same key in more than one row. Correct the double rows, or take the key away (datastore_create with an empty primary_key) and load it again."),
            _ => new TableMessage(
                $"{(row is null ? "Berkas" : $"Baris {row}")} tidak dapat disimpan: {error.Message}",
                $"{(row is null ? "The file" : $"Row {row}")} cannot be stored: {error.Message}"),
        });
        json["sheet"] = sheet;
        json["row"] = error.Error == DataStoreError.DuplicateKey ? null : row;
        return json;
    }
}
