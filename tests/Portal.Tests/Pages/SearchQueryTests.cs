using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Purbalingga.Portal.Pages;

namespace Purbalingga.Portal.Tests.Pages;

public sealed class SearchQueryTests
{
    [Fact]
    public void Should_make_a_filter_of_every_other_parameter()
    {
        var query = Read("q=air&organization=dinkes&tags=air+minum&tags=desa&page=3&sort=title_string+asc&utm_source=x&ext_a=1");
        var parameters = query.Parameters(null, includePrivate: false);
        Assert.Equal(["+dataset_type:dataset", "organization:\"dinkes\"", "tags:\"air minum\"", "tags:\"desa\""], parameters["fq_list"]!.AsArray().Select(n => (string?)n));
        Assert.Equal(40, (int?)parameters["start"]);
        Assert.Equal("title_string asc", (string?)parameters["sort"]);
        Assert.False(parameters.ContainsKey("include_private"));
    }

    [Fact]
    public void Should_keep_quotes_of_a_value_inside_its_quotes()
    {
        var parameters = Read("tags=" + Uri.EscapeDataString("a\" OR private:\"true\\")).Parameters(null, includePrivate: false);
        Assert.Equal("tags:\"a\\\" OR private:\\\"true\\\\\"", (string?)parameters["fq_list"]![1]);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-3")]
    [InlineData("page=x")]
    [InlineData("page=99999999999999999999")]
    public void Should_start_on_the_first_page_when_there_is_no_such_page(string text) => Assert.Equal(1, Read(text).Page);

    [Fact]
    public void Should_link_to_the_search_without_a_filter() =>
        Assert.Equal("?q=air&tags=desa", Read("q=air&tags=desa&organization=dinkes&page=2").Without("organization", "dinkes"));

    [Theory]
    [InlineData("a b=1")]
    [InlineData("x:y=1")]
    [InlineData("(=1")]
    public void Should_not_read_what_is_no_field_name(string text) => Assert.Empty(Read(text).Filters);

    private static SearchQuery Read(string text) => SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(text)));
}
