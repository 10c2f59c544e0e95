using System.Text.Json;
using System.Text.RegularExpressions;
using static Purbalingga.Samples.Tests.SampleFiles;

namespace Purbalingga.Samples.Tests;

public sealed partial class DatasetTests
{
    private static readonly string[] Schedules = ["Harian", "Mingguan", "Bulanan", "Triwulanan", "Empat Bulanan", "Semesteran", "Tahunan", "Dua Tahunan", "Ad-hoc"];

    public static TheoryData<string> All => Datasets;

    [Theory, MemberData(nameof(All))]
    public void Should_be_a_complete_package_of_CKAN(string folder)
    {
        var dataset = Json(folder, "dataset.json");
        Assert.Equal(folder, Text(dataset, "owner_org") + "/" + Text(dataset, "name"));
        Assert.Matches(Name(), Text(dataset, "name"));
        Assert.Equal("cc-by", Text(dataset, "license_id"));
        Assert.False(dataset.TryGetProperty("id", out _));
        Assert.All(new[] { "author_email", "maintainer_email" }, key => Assert.EndsWith("@example.test", Text(dataset, key), StringComparison.Ordinal));
        Assert.All(new[] { "title", "author", "maintainer" }, key => Assert.False(string.IsNullOrWhiteSpace(Text(dataset, key))));
        Assert.Contains(Json("organizations.json").EnumerateArray(), o => Text(o, "name") == Text(dataset, "owner_org"));
        Assert.All(dataset.GetProperty("groups").EnumerateArray(), g => Assert.Contains(Json("groups.json").EnumerateArray(), t => Text(t, "name") == Text(g, "name")));
        Assert.NotEmpty(dataset.GetProperty("groups").EnumerateArray());
        var tags = dataset.GetProperty("tags").EnumerateArray().Select(t => Text(t, "name")).ToList();
        Assert.All(tags, tag => Assert.Matches(Tag(), tag));
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Theory, MemberData(nameof(All))]
    public void Should_say_first_that_the_figures_are_made_up(string folder)
    {
        var dataset = Json(folder, "dataset.json");
        Assert.StartsWith("**Data contoh (bukan angka resmi).** ", Text(dataset, "notes"), StringComparison.Ordinal);
        Assert.Contains(dataset.GetProperty("tags").EnumerateArray(), t => Text(t, "name") == "data contoh");
    }

    [Theory, MemberData(nameof(All))]
    public void Should_carry_the_metadata_of_Satu_Data(string folder)
    {
        var extras = Extras(Json(folder, "dataset.json"));
        Assert.All(
            new[] { "konsep", "definisi", "klasifikasi", "ukuran", "satuan", "cakupan_wilayah", "accessRights", "produsen_data_name" },
            key => Assert.False(string.IsNullOrWhiteSpace(extras[key])));
        Assert.Contains(extras["jadwal_pemutakhiran"], Schedules);
        Assert.Matches("^20[12][0-9](-20[12][0-9])?$", extras["tahun"]);
        Assert.Equal("Polygon", Text(JsonDocument.Parse(extras["spatial"]).RootElement, "type"));
    }

    [Theory, MemberData(nameof(All))]
    public void Should_have_every_file_it_names_and_no_other(string folder)
    {
        var resources = Json(folder, "dataset.json").GetProperty("resources").EnumerateArray().ToList();
        Assert.NotEmpty(resources);
        Assert.All(resources, r => Assert.All(new[] { "name", "description", "format" }, key => Assert.False(string.IsNullOrWhiteSpace(Text(r, key)))));
        var files = resources.Where(r => r.TryGetProperty("file", out _)).Select(r => Text(r, "file")).Append("dataset.json").Order(StringComparer.Ordinal);
        var there = Directory.EnumerateFiles(Path.Combine(Root, folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(there, files);
        Assert.All(resources.Where(r => !r.TryGetProperty("file", out _)), r => Assert.Matches("^https://[a-z.-]+\\.test/", Text(r, "url")));
    }

    [Fact]
    public void Should_be_many_from_many_producers()
    {
        Assert.InRange(DatasetFolders.Count, 36, 200);
        Assert.InRange(DatasetFolders.Select(f => Path.GetFileName(Path.GetDirectoryName(f))).Distinct().Count(), 18, 100);
        Assert.InRange(SampleFiles.All.Sum(f => new FileInfo(f).Length), 1_000_000, 12_000_000);
    }

    [Fact]
    public void Should_have_organizations_in_a_tree_and_themes_in_two_languages()
    {
        var organizations = Json("organizations.json").EnumerateArray().ToList();
        var names = organizations.Select(o => Text(o, "name")).ToHashSet();
        Assert.Equal(organizations.Count, names.Count);
        Assert.All(organizations, o => Assert.Matches(Name(), Text(o, "name")));
        Assert.All(organizations.Where(o => o.TryGetProperty("parent", out _)), o => Assert.Contains(Text(o, "parent"), names));
        var themes = Json("groups.json").EnumerateArray().ToList();
        Assert.Equal(10, themes.Count);
        Assert.All(themes, t => Assert.False(string.IsNullOrWhiteSpace(Extras(t)["title_en"])));
        Assert.Empty(names.Intersect(themes.Select(t => Text(t, "name"))));
    }

    [Fact]
    public void Should_use_every_theme_and_every_producer()
    {
        var datasets = DatasetFolders.Select(f => Json(Path.GetRelativePath(Root, f), "dataset.json")).ToList();
        Assert.All(Json("groups.json").EnumerateArray(), t => Assert.Contains(datasets, d => d.GetProperty("groups").EnumerateArray().Any(g => Text(g, "name") == Text(t, "name"))));
        Assert.All(
            Json("organizations.json").EnumerateArray().Where(o => Text(o, "name") != "pemkab-purbalingga"),
            o => Assert.Contains(datasets, d => Text(d, "owner_org") == Text(o, "name")));
    }

    [GeneratedRegex("^[a-z0-9_-]{2,100}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[\\w \\-.]{2,100}$")]
    private static partial Regex Tag();
}
