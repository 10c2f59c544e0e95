using System.Globalization;
using System.Text;
using System.Xml;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Reads the paragraphs of a cell: lines joined with a line feed, comments and drawings passed over.</summary>
internal sealed class OdsText(int maxCharacters)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of the element that the reader stands on; ends on its end tag or itself when it is empty. Null when it is too long.</summary>
    public string? Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        _text.Clear();
        var depth = xml.Depth;
        var paragraph = -1;
        var skip = -1;
        var any = false;
        while (xml.Step() && xml.Depth > depth)
        {
            if (skip >= 0)
            {
                skip = xml.NodeType == XmlNodeType.EndElement && xml.Depth == skip ? -1 : skip;
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.NamespaceURI != OdsNames.Text:
                    skip = xml.IsEmptyElement ? -1 : xml.Depth;
                    break;
                case XmlNodeType.Element when paragraph < 0:
                    if (any)
                    {
                        _text.Append('\n');
                    }

                    any = true;
                    paragraph = xml.IsEmptyElement ? -1 : xml.Depth;
                    break;
                case XmlNodeType.Element:
                    Mark(xml);
                    break;
                case XmlNodeType.EndElement when xml.Depth == paragraph:
                    paragraph = -1;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when paragraph >= 0:
                    _text.Append(xml.Value);
                    break;
            }

            if (_text.Length > maxCharacters)
            {
                return null;
            }
        }

        return _text.ToString();
    }

    private void Mark(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "s":
                var count = xml.GetAttribute("c", OdsNames.Text);
                _text.Append(' ', count is null ? 1 : Math.Clamp(int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture), 1, 1000));
                break;
            case "tab":
                _text.Append('\t');
                break;
            case "line-break":
                _text.Append('\n');
                break;
        }
    }
}
