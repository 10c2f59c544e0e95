using System.Text;
using System.Text.Json.Nodes;

namespace Purbalingga.Portal.ActionApi;

/// <summary>Reads <c>key=value&amp;key=value</c>, the form of query strings and of plain forms. UTF-8 must be right.</summary>
internal static class FormText
{
    private const int MaxFields = 10_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The fields in their order; a key without <c>=</c> has an empty value.</summary>
    /// <exception cref="BadRequestException">Too many fields, bad UTF-8 or NUL.</exception>
    public static List<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> text)
    {
        var fields = new List<KeyValuePair<string, string>>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'&');
            var field = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (field.IsEmpty)
            {
                continue;
            }

            if (fields.Count == MaxFields)
            {
                throw new BadRequestException($"More than {MaxFields} fields", StatusCodes.Status413PayloadTooLarge);
            }

            var split = field.IndexOf((byte)'=');
            fields.Add(new KeyValuePair<string, string>(Decode(split < 0 ? field : field[..split]), split < 0 ? "" : Decode(field[(split + 1)..])));
        }

        return fields;
    }

    /// <summary>CKAN's reading: a key once is a text, a key several times a list.</summary>
    public static JsonObject ToObject(List<KeyValuePair<string, string>> fields)
    {
        var found = new JsonObject();
        foreach (var (key, value) in fields)
        {
            switch (found[key])
            {
                case null:
                    found[key] = value;
                    break;
                case JsonArray list:
                    list.Add(value);
                    break;
                case var first:
                    found[key] = new JsonArray(first.DeepClone(), value);
                    break;
            }
        }

        return found;
    }

    /// <exception cref="BadRequestException">Bad UTF-8 or NUL.</exception>
    public static string Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonText.Storable(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new BadRequestException("A text is not valid UTF-8");
        }
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return Utf8(text);
        }

        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                sign = (byte)((Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]]))[0]);
                i += 2;
            }
            else if (sign == '+')
            {
                sign = (byte)' ';
            }

            bytes[length++] = sign;
        }

        return Utf8(bytes.AsSpan(0, length));
    }
}
