using System.Text.Json.Nodes;

namespace Purbalingga.Benchmarks;

/// <summary>Made-up datasets of a size as real ones have; the same seed gives the same datasets.</summary>
internal sealed class DatasetGenerator(int seed)
{
    private static readonly string[] Subjects =
        ["penduduk", "puskesmas", "sekolah", "jalan", "irigasi", "padi", "nanas", "pasar", "wisata", "sampah", "air", "bencana", "pajak", "belanja", "pegawai", "aduan", "presensi", "gizi", "posyandu", "ternak"];

    private static readonly string[] Measures = ["Jumlah", "Persentase", "Luas", "Panjang", "Produksi", "Realisasi", "Rekap", "Daftar", "Indeks", "Sebaran"];
    private static readonly string[] Places = ["Bobotsari", "Mrebet", "Kutasari", "Kemangkon", "Bukateja", "Kejobong", "Karangreja", "Rembang", "Padamara", "Kalimanah"];
    private static readonly string[] Formats = ["CSV", "XLSX", "JSON", "GeoJSON", "PDF"];
    private static readonly string[] Licenses = ["cc-by", "cc-zero", "odc-by", "notspecified"];
    private static readonly string[] Fillers =
        ["data", "menurut", "kecamatan", "desa", "tahun", "kabupaten", "purbalingga", "satuan", "jiwa", "hasil", "survei", "laporan", "bulanan", "triwulan", "semester", "dinas", "bidang", "seksi", "rekapitulasi", "kegiatan", "program", "anggaran", "wilayah", "kondisi", "baik", "rusak", "sedang", "berat"];

    private readonly Random _random = new(seed);

    /// <summary>Names of the organizations that own the datasets.</summary>
    public static IReadOnlyList<string> Organizations { get; } = [.. Enumerable.Range(1, 40).Select(i => $"opd-{i:00}")];

    /// <summary>Names of the groups (themes).</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. Enumerable.Range(1, 10).Select(i => $"tema-{i:00}")];

    /// <summary>The next dataset, as <c>package_create</c> takes it; its JSON as shown has about 5 KB.</summary>
    public JsonObject Next(int number)
    {
        var subject = Pick(Subjects);
        var year = 2015 + _random.Next(11);
        return new JsonObject
        {
            ["name"] = $"data-{number:000000}-{subject}",
            ["title"] = $"{Pick(Measures)} {subject} {Pick(Places)} {year}",
            ["notes"] = string.Join(' ', Enumerable.Range(0, 60).Select(_ => Pick(Fillers))) + $" {subject} kode{number % 5000}",
            ["owner_org"] = Organizations[_random.Next(Organizations.Count)],
            ["license_id"] = Pick(Licenses),
            ["author"] = "Dinas Contoh",
            ["maintainer"] = "Walidata",
            ["maintainer_email"] = "walidata@example.test",
            ["groups"] = new JsonArray(new JsonObject { ["name"] = Groups[_random.Next(Groups.Count)] }),
            ["tags"] = new JsonArray([.. Enumerable.Range(0, 4).Select(_ => Pick(Fillers)).Append(subject).Distinct().Select(t => (JsonNode)new JsonObject { ["name"] = t })]),
            ["extras"] = new JsonArray(
                Extra("tahun", year.ToString(System.Globalization.CultureInfo.InvariantCulture)), Extra("satuan", Pick(Fillers)), Extra("frekuensi", "Tahunan"), Extra("cakupan", Pick(Places))),
            ["resources"] = new JsonArray([.. Enumerable.Range(1, 1 + _random.Next(4)).Select(i => (JsonNode)new JsonObject
            {
                ["url"] = $"https://example.test/{number}/{i}.csv", ["name"] = $"Berkas {i}", ["format"] = Pick(Formats),
                ["description"] = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Pick(Fillers))),
            })]),
        };
    }

    private static JsonObject Extra(string key, string value) => new() { ["key"] = key, ["value"] = value };

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
