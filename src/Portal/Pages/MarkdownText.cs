using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Purbalingga.Portal.Pages;

/// <summary>Notes that people wrote, as safe HTML: no HTML of their own, links only to the web and to mail, pictures as links, headings below ours.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    public static HtmlString Html(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return HtmlString.Empty;
        }

        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var node in document.Descendants().ToList())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Min(heading.Level + 2, 6);
                    break;
                case LinkInline link when !Allowed(link.Url):
                    link.ReplaceBy(new ContainerInline(), copyChildren: true);
                    break;
                case LinkInline link:
                    link.IsImage = false;
                    link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener ugc");
                    break;
                case AutolinkInline link when !link.IsEmail && !Allowed(link.Url):
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
            }
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>
    /// The first sentences without any markup, for cards and descriptions. A paragraph in front that begins in bold is a warning or a heading and
    /// left out when more follows.
    /// </summary>
    public static string Excerpt(string? markdown, int length)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }

        // Enough for any excerpt; the rest of a long text need not be parsed
        var head = markdown.TrimStart();
        if (head.StartsWith("**", StringComparison.Ordinal) && head.ReplaceLineEndings("\n") is var lines && lines.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end
            && !string.IsNullOrWhiteSpace(lines[end..]))
        {
            head = lines[end..];
        }

        head = head.Length > length * 4 ? head[..(length * 4)] : head;
        var text = string.Join(' ', Markdown.ToPlainText(head, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', length - 1);
        return text[..(cut > length / 2 ? cut : length - 1)].TrimEnd(',', '.', ';', ':') + "…";
    }

    /// <summary>Absolute web and mail addresses, and paths of this site.</summary>
    internal static bool Allowed(string? url) =>
        url is not null && !url.Any(sign => sign < ' ')
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || url.StartsWith('#') || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\')));
}
