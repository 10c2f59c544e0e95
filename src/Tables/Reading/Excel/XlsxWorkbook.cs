using System.Globalization;
using System.Text;
using System.Xml;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>What all sheets of a workbook share: their list, texts, formats and calendar.</summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private const int MaxFormats = 65_536;

    private readonly TableReadLimits _limits;
    private string[]? _texts;
    private CellFormat[]? _formats;
    private string? _textsPart;
    private string? _stylesPart;

    private XlsxWorkbook(OfficePackage package, TableReadLimits limits)
    {
        Package = package;
        _limits = limits;
    }

    public OfficePackage Package { get; }

    public IReadOnlyList<TableSheet> Sheets { get; private set; } = [];

    /// <summary>Name of the part of each sheet.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    /// <summary>Whether days are counted from 1904, as on old Macintoshes.</summary>
    public bool From1904 { get; private set; }

    /// <summary>The texts that cells refer to by number; read at first use.</summary>
    public string[] Texts => _texts ??= ReadTexts();

    /// <summary>The format of each cell style; read at first use.</summary>
    public CellFormat[] Formats => _formats ??= ReadFormats();

    /// <exception cref="TableReadException">Damaged, or over a limit.</exception>
    public static XlsxWorkbook Open(Stream source, TableReadLimits limits)
    {
        var package = OfficePackage.Open(source, limits);
        try
        {
            var workbook = new XlsxWorkbook(package, limits);
            workbook.ReadWorkbook();
            return workbook;
        }
        catch (Exception error) when (OfficePackage.IsDamage(error))
        {
            package.Dispose();
            throw new TableReadException(OfficePackage.Describe(error), error);
        }
        catch (TableReadException)
        {
            package.Dispose();
            throw;
        }
    }

    public void Dispose() => Package.Dispose();

    private void ReadWorkbook()
    {
        var main = Package.Has("_rels/.rels") ? TargetOf(Relations("_rels/.rels", ""), "/officeDocument") ?? "xl/workbook.xml" : "xl/workbook.xml";
        var cut = main.LastIndexOf('/') + 1;
        var relations = Relations($"{main[..cut]}_rels/{main[cut..]}.rels", main[..cut]);
        _textsPart = TargetOf(relations, "/sharedStrings");
        _stylesPart = TargetOf(relations, "/styles");
        var sheets = new List<TableSheet>();
        var parts = new List<string>();
        using var xml = Package.ReadPart(main, _limits.MaxSharedStringBytes);
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && relations.TryGetValue(RelationId(xml) ?? "", out var relation)
                && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal) && Package.Has(relation.Target))
            {
                if (sheets.Count >= _limits.MaxSheets)
                {
                    throw new TableReadException(TableMessages.OverLimit("lembar", "sheets", _limits.MaxSheets));
                }

                // Chart sheets and the macro sheets of Excel 4 are no tables and have other relation types
                sheets.Add(new TableSheet(sheets.Count, xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
                parts.Add(relation.Target);
            }
        }

        Sheets = sheets;
        Parts = parts;
        if (sheets.Count == 0)
        {
            throw new TableReadException(TableMessages.NoSheet);
        }
    }

    private static string? RelationId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            // The namespace differs between the transitional and the strict standard
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private static string? TargetOf(Dictionary<string, (string Type, string Target)> relations, string type) =>
        relations.Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Target;

    /// <summary>Relations by their id; targets as names of parts.</summary>
    private Dictionary<string, (string Type, string Target)> Relations(string part, string folder)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = Package.ReadPart(part, _limits.MaxSharedStringBytes);
        while (xml.Step())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                var name = target.StartsWith('/') ? target[1..] : folder + (target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target);
                relations[id] = (xml.GetAttribute("Type") ?? "", name);
            }
        }

        return relations;
    }

    private string[] ReadTexts()
    {
        if (_textsPart is null || !Package.Has(_textsPart))
        {
            return [];
        }

        var texts = new List<string>();
        var text = new StringBuilder();
        using var xml = Package.ReadPart(_textsPart, _limits.MaxSharedStringBytes);
        var more = xml.Step();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                if (texts.Count >= _limits.MaxSharedStrings)
                {
                    throw new TableReadException(TableMessages.OverLimit("teks bersama", "shared texts", _limits.MaxSharedStrings));
                }

                texts.Add(XlsxText.ReadRich(xml, text));
            }

            more = xml.Step();
        }

        return [.. texts];
    }

    private CellFormat[] ReadFormats()
    {
        if (_stylesPart is null || !Package.Has(_stylesPart))
        {
            return [];
        }

        var custom = new Dictionary<int, CellFormat>();
        var formats = new List<CellFormat>();
        var inCells = false;
        using var xml = Package.ReadPart(_stylesPart, _limits.MaxSharedStringBytes);
        while (xml.Step())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } id)
            {
                custom[id] = CellFormat.OfCode(xml.GetAttribute("formatCode"));
            }
            else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && formats.Count < MaxFormats)
            {
                var number = Number(xml.GetAttribute("numFmtId")) ?? 0;
                formats.Add(custom.TryGetValue(number, out var format) ? format : CellFormat.OfBuiltIn(number));
            }
        }

        return [.. formats];
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
