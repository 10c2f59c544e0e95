using System.Net;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.Pages.Tables;

/// <summary>Charts and maps of tables that make it hard to tell the truth.</summary>
[Collection(PortalGroup.Name)]
public sealed class TablePagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Should_keep_villages_of_one_name_apart()
    {
        var page = await PageAsync([("kode_desa", "text"), ("jumlah", "int")], "show=chart&kind=bar&group=kode_desa&measure=sum&column=jumlah", ["33.03.06.2005", 41], ["33.03.12.2001", 59]);
        Assert.Contains("Karangsari (33.03.06.2005)", page, StringComparison.Ordinal);
        Assert.Contains("Karangsari (33.03.12.2001)", page, StringComparison.Ordinal);
        Assert.Contains(">41<", page, StringComparison.Ordinal);
        Assert.Contains(">59<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_draw_tables_whose_years_are_words() =>
        Assert.Contains("<svg", await PageAsync([("tahun", "text"), ("wilayah", "text"), ("jumlah", "int")], "show=chart", ["2023/2024", "A", 1], ["2024/2025", "B", 2], ["2024/2025", "C", 3]), StringComparison.Ordinal);

    [Fact]
    public async Task Should_draw_a_map_of_the_pole() =>
        Assert.Contains("data-map", await PageAsync([("nama", "text"), ("lintang", "float"), ("bujur", "float")], "show=map", ["kutub", 90, 10]), StringComparison.Ordinal);

    [Fact]
    public async Task Should_show_the_last_year_on_a_map_and_say_so()
    {
        var page = await PageAsync([("kode_kecamatan", "text"), ("tahun", "int"), ("jumlah", "int")], "show=map&column=jumlah&measure=sum", ["33.03.01", 2024, 1000], ["33.03.01", 2025, 5], ["99.99.99", 2025, 7]);
        Assert.Contains("(2025)", page, StringComparison.Ordinal);
        Assert.Contains("Kemangkon: 5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1.005", page, StringComparison.Ordinal);
        Assert.Contains("1 kode wilayah", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_pie_of_averages() =>
        Assert.Contains("Grafik lingkaran hanya", await PageAsync([("nama", "text"), ("nilai", "float")], "show=chart&kind=pie&group=nama&measure=avg&column=nilai", ["a", 1], ["b", 2]), StringComparison.Ordinal);

    [Fact]
    public async Task Should_carry_conditions_along_that_have_no_box() =>
        Assert.Matches("type=\"hidden\" name=\"is.tahun\" value=\"2025\"", await PageAsync([("nama", "text"), ("tahun", "int")], "is.tahun=2025", ["a", 2025], ["b", 2024]));

    [Fact]
    public async Task Should_put_months_in_the_order_of_the_year_before_cutting_them()
    {
        object[][] rows = [["April", 4], ["Agustus", 8], ["Desember", 12], ["Februari", 2], ["Januari", 1], ["Juli", 7], ["Juni", 6], ["Maret", 3], ["Mei", 5], ["November", 11], ["Oktober", 10], ["September", 9]];
        var page = await PageAsync([("bulan", "text"), ("jumlah", "int")], "show=chart&group=bulan&column=jumlah&measure=sum&order=group&limit=5", rows);
        Assert.Contains("Maret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Agustus", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync((string Id, string Type)[] fields, string query, params object[][] rows)
    {
        var dataset = await portal.NewDatasetAsync(isPrivate: false);
        var made = await portal.CallAsync("datastore_create", new JsonObject
        {
            ["resource"] = new JsonObject { ["package_id"] = dataset },
            ["fields"] = new JsonArray([.. fields.Select(f => (JsonNode)new JsonObject { ["id"] = f.Id, ["type"] = f.Type })]),
            ["records"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject(row.Select((value, at) => KeyValuePair.Create(fields[at].Id, (JsonNode?)JsonValue.Create(value)))))]),
        });
        using var answer = await portal.GetAsync($"/dataset/{dataset}/resource/{made!["resource_id"]}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
