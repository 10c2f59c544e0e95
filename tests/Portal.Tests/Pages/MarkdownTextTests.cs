using AngleSharp.Html.Parser;
using Purbalingga.Portal.Pages;

namespace Purbalingga.Portal.Tests.Pages;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](https://a.example \"\\\" onmouseover=alert(1) \\\"\")")]
    [InlineData("[x](//evil.example)")]
    public void Should_make_nothing_that_runs(string markdown)
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Html(markdown).Value ?? "").Body!;
        Assert.Empty(body.QuerySelectorAll("script, img, iframe, object, style, svg"));
        Assert.All(body.QuerySelectorAll("*"), element =>
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style");
            Assert.True(element.GetAttribute("href") is not { Length: > 0 } href || MarkdownText.Allowed(href), element.OuterHtml);
        });
    }

    [Fact]
    public void Should_keep_what_notes_are_made_of()
    {
        var html = MarkdownText.Html("# Judul\n\n- satu\n- **dua** [tiga](https://bps.go.id)\n\n| a | b |\n|---|---|\n| 1 | 2 |").Value;
        Assert.Contains("<h3>Judul</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>dua</strong> <a href=\"https://bps.go.id\" rel=\"nofollow noopener ugc\">tiga</a>", html, StringComparison.Ordinal);
        Assert.Contains("<td>2</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_cut_an_excerpt_between_words_and_without_markup() =>
        Assert.Equal("Jumlah penduduk menurut desa…", MarkdownText.Excerpt("Jumlah *penduduk* menurut [desa](https://a.example) dan kelurahan", 32));

    [Fact]
    public void Should_leave_a_warning_in_front_out_of_an_excerpt() =>
        Assert.Equal("Isinya.", MarkdownText.Excerpt("**Data contoh.** Jangan dikutip.\n\nIsinya.", 100));
}
