using System.Xml;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Names of OpenDocument.</summary>
internal static class OdsNames
{
    public const string Content = "content.xml";
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    /// <summary>LibreOffice's own, by which it marks errors.</summary>
    public const string CalcExtension = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    /// <summary>Depth of a table among the sheets: document-content, body, spreadsheet, table.</summary>
    public const int TableDepth = 3;

    /// <summary>Whether the reader stands on the beginning of a sheet; tables within cells are none.</summary>
    public static bool IsSheet(this XmlReader xml) =>
        xml.NodeType == XmlNodeType.Element && xml.Depth == TableDepth && xml.LocalName == "table" && xml.NamespaceURI == Table;
}
