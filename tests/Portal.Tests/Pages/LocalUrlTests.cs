using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Tests.Pages;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dataset/new")]
    [InlineData("/en/dataset?q=a%20b&page=2")]
    [InlineData("/dataset?url=https://example.org/")]
    public void Should_go_back_to_a_path_of_this_site(string url) => Assert.Equal(url, LocalUrl.Or(url, "/user/me"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dataset")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%2Fevil.example/%2e%2e")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData(" /dataset")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://localhost@evil.example/")]
    public void Should_not_go_anywhere_else(string? url) => Assert.Equal("/user/me", LocalUrl.Or(url, "/user/me"));
}
