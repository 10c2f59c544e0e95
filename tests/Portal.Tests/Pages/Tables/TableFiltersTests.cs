using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Purbalingga.Portal.Pages.Datasets.Tables;

namespace Purbalingga.Portal.Tests.Pages.Tables;

public sealed class TableFiltersTests
{
    private static readonly TableField[] Fields =
    [
        new("_id", "int"), new("nama \"kecamatan\"", "text"), new("jumlah", "int8"), new("hari", "date"), new("saat", "timestamp"), new("$aktif", "bool"),
    ];

    [Fact]
    public void Should_say_the_same_to_a_search_and_to_SQL()
    {
        var filters = Read("?q=Bobot%27sari&min.jumlah=1.5&max.jumlah=9&is.%24aktif=true&max.saat=2025-12-31&is.hari=2025-01-02&has.nama+%22kecamatan%22=kali");
        var parameters = new JsonObject();
        filters.AddTo(parameters);

        Assert.Empty(filters.Problems);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "filters": {"jumlah": {"gte": "1.5", "lte": "9"}, "$$aktif": {"in": [true]}, "saat": {"lt": "2026-01-01T00:00:00"}, "hari": {"in": ["2025-01-02"]}},
                  "q": {"nama \"kecamatan\"": "kali:*"}, "full_text": "Bobot:* & sari:*", "plain": false, "language": "simple"
                }
                """),
            parameters), parameters.ToJsonString());
        var sql = filters.Where(Fields);
        Assert.Contains("\"jumlah\" >= 1.5", sql, StringComparison.Ordinal);
        Assert.Contains("\"saat\" < TIMESTAMP '2026-01-01T00:00:00'", sql, StringComparison.Ordinal);
        Assert.Contains("regexp_replace(\"nama \"\"kecamatan\"\"\", '[[:space:][:punct:]]+', ' ', 'g')) ILIKE '% kali%'", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?min.jumlah=1;DROP", "table.problem.number")]
    [InlineData("?is.hari=besok", "table.problem.date")]
    [InlineData("?is.%24aktif=mungkin", "table.problem.boolean")]
    [InlineData("?has.jumlah=%25%27", "table.problem.number")]
    [InlineData("?is.hilang=1", "table.problem.column")]
    [InlineData("?sort=asc.hilang", "table.problem.column")]
    public void Should_tell_what_it_cannot_use_and_leave_it_out(string query, string problem)
    {
        var filters = Read(query);

        Assert.Equal(problem, Assert.Single(filters.Problems).Key);
        Assert.Equal("", filters.Where(Fields));
    }

    [Fact]
    public void Should_quote_every_value_of_a_text() =>
        Assert.Equal("WHERE \"nama \"\"kecamatan\"\"\" IN ('x'' OR 1=1 --')", Read("?is.nama+%22kecamatan%22=x%27+OR+1%3D1+--").Where(Fields));

    [Theory]
    [InlineData("?q=a&is.x=1&sort=desc.y&fields=x&fields=y&size=100&page=3")]
    [InlineData("?show=chart&has.x=b&kind=pie&group=x&measure=sum&column=y&series=&order=value&limit=20")]
    public void Should_read_its_own_addresses(string address)
    {
        var query = TableQuery.Read(QueryHelpers.ParseQuery(address));

        Assert.Equal(address, query.ToString());
        Assert.False(query.Untidy);
    }

    [Fact]
    public void Should_tidy_what_the_form_sends()
    {
        var query = TableQuery.Read(QueryHelpers.ParseQuery("?q=&op.x=is&has.x=b&op.y=has&has.y=&min.z="));

        Assert.True(query.Untidy);
        Assert.Equal("?is.x=b", query.ToString());
    }

    private static TableFilters Read(string query) => new(Fields, TableQuery.Read(QueryHelpers.ParseQuery(query)));
}
