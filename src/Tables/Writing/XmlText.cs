using System.Buffers;
using System.Text;

namespace Purbalingga.Tables.Writing;

/// <summary>Writes text content of spreadsheet XML, in which characters that XML forbids stand as <c>_x0007_</c>.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(i => i is not ('\t' or '\n')).Select(i => (char)i), '&', '<', '>', '_', '\uFFFE', '\uFFFF']);

    public static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                // Half a surrogate pair becomes U+FFFD here
                Encoding.UTF8.GetBytes(text, output);
                return;
            }

            Encoding.UTF8.GetBytes(text[..at], output);
            WriteSpecial(text[at..], output);
            text = text[(at + 1)..];
        }
    }

    private static void WriteSpecial(ReadOnlySpan<char> rest, IBufferWriter<byte> output)
    {
        switch (rest[0])
        {
            case '&':
                output.Write("&amp;"u8);
                break;
            case '<':
                output.Write("&lt;"u8);
                break;
            case '>':
                output.Write("&gt;"u8);
                break;
            case '_':
                // A text that looks like an escape must not be read as one
                output.Write(LooksEscaped(rest) ? "_x005F_"u8 : "_"u8);
                break;
            default:
                Span<byte> escape = stackalloc byte[7];
                "_x0000_"u8.CopyTo(escape);
                ((int)rest[0]).TryFormat(escape[2..], out _, "X4", System.Globalization.CultureInfo.InvariantCulture);
                output.Write(escape);
                break;
        }
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_' && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3])
            && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
