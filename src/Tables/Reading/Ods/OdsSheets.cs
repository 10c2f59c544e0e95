using System.Xml;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Lists the sheets of a document, which stand one behind the other in a single part.</summary>
internal static class OdsSheets
{
    private const int MaxStyles = 65_536;

    public static IReadOnlyList<TableSheet> Read(OfficePackage package, TableReadLimits limits, CancellationToken ct)
    {
        var sheets = new List<TableSheet>();
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        string? style = null;
        using var xml = package.ReadPart(OdsNames.Content);
        var nodes = 0;
        while (xml.Step())
        {
            if ((++nodes & 0xFFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.IsSheet())
            {
                if (sheets.Count >= limits.MaxSheets)
                {
                    throw new TableReadException(TableMessages.OverLimit("lembar", "sheets", limits.MaxSheets));
                }

                var look = xml.GetAttribute("style-name", OdsNames.Table);
                sheets.Add(new TableSheet(sheets.Count, xml.GetAttribute("name", OdsNames.Table) ?? "", look is not null && hidden.Contains(look)));
            }
            else if (xml.LocalName == "style" && xml.NamespaceURI == OdsNames.Style)
            {
                style = xml.GetAttribute("name", OdsNames.Style);
            }
            else if (xml.LocalName == "table-properties" && style is not null && hidden.Count < MaxStyles
                && xml.GetAttribute("display", OdsNames.Table) == "false")
            {
                hidden.Add(style);
            }
        }

        return sheets.Count > 0 ? sheets : throw new TableReadException(TableMessages.NoSheet);
    }
}
