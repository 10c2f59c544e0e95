using System.Globalization;
using System.Text;
using System.Xml;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Reads texts of spreadsheet XML.</summary>
internal static class XlsxText
{
    /// <summary>The text of an <c>si</c> or <c>is</c> element, its formatted runs joined, phonetic hints left out; ends on its end tag.</summary>
    public static string ReadRich(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        text.Clear();
        var depth = xml.Depth;
        bool inText = false, inPhonetic = false;
        while (xml.Step() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when !xml.IsEmptyElement:
                    inText |= xml.LocalName == "t";
                    inPhonetic |= xml.LocalName == "rPh";
                    break;
                case XmlNodeType.EndElement:
                    inText &= xml.LocalName != "t";
                    inPhonetic &= xml.LocalName != "rPh";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText && !inPhonetic:
                    text.Append(xml.Value);
                    break;
            }
        }

        return Unescape(text.ToString());
    }

    /// <summary>Characters that XML forbids stand as <c>_x0007_</c> in spreadsheets.</summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var done = 0;
        for (; at >= 0 && at + 7 <= text.Length; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                clean.Append(text, done, at - done).Append((char)code);
                at += 7;
                done = at;
            }
            else
            {
                at += 2;
            }
        }

        return clean.Append(text, done, text.Length - done).ToString();
    }
}
