using ClosedXML.Excel;

namespace Purbalingga.Samples.Tables;

/// <summary>XLSX files: tidy ones for machines and official ones for paper. The same input gives the same bytes.</summary>
internal static class Workbooks
{
    private static readonly XLColor Blue = XLColor.FromHtml("#1F4E79");
    private static readonly XLColor Pale = XLColor.FromHtml("#DDEBF7");

    /// <summary>One table with a frozen head, and a second sheet that says what it is.</summary>
    public static byte[] Tidy(string title, Table table)
    {
        using var book = NewBook(title);
        var sheet = book.AddWorksheet("Data");
        for (var c = 0; c < table.Columns.Count; c++)
        {
            sheet.Cell(1, c + 1).SetValue(table.Columns[c]);
            sheet.Column(c + 1).Width = Math.Max(12, table.Columns[c].Length + 2);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                Put(sheet.Cell(r + 2, c + 1), table.Rows[r][c], asText: false);
            }
        }

        var head = sheet.Range(1, 1, 1, table.Columns.Count);
        head.Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(Blue);
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, table.Rows.Count + 1, table.Columns.Count).SetAutoFilter();

        var about = book.AddWorksheet("Metadata");
        string[][] lines = [["Judul", title], ["Status", "Data contoh (bukan angka resmi)"], ["Lisensi", "Creative Commons Attribution (CC-BY)"]];
        for (var r = 0; r < lines.Length; r++)
        {
            about.Cell(r + 1, 1).SetValue(lines[r][0]).Style.Font.SetBold();
            about.Cell(r + 1, 2).SetValue(lines[r][1]);
        }

        about.Column(1).Width = 14;
        about.Column(2).Width = 80;
        return Save(book);
    }

    /// <summary>Sheets as officials make them.</summary>
    public static byte[] Official(string title, params OfficialSheet[] sheets)
    {
        using var book = NewBook(title);
        foreach (var sheet in sheets)
        {
            Write(book.AddWorksheet(sheet.Name), sheet);
        }

        return Save(book);
    }

    private static void Write(IXLWorksheet sheet, OfficialSheet content)
    {
        var layout = new SheetLayout(content);
        foreach (var (row, column, value) in layout.Cells)
        {
            Put(sheet.Cell(row, column), value, content.NumbersAsText);
        }

        foreach (var range in layout.Merged)
        {
            Of(sheet, range).Merge();
        }

        foreach (var title in layout.Titles)
        {
            Of(sheet, title).Style.Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        }

        Of(sheet, layout.Table).Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        Of(sheet, layout.Head).Style
            .Font.SetBold().Fill.SetBackgroundColor(Pale)
            .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
        if (layout.Total is not null)
        {
            Of(sheet, layout.Total).Style.Font.SetBold().Fill.SetBackgroundColor(Pale);
        }

        for (var c = 0; c < layout.Width; c++)
        {
            sheet.Column(layout.Left + c).Width = c == 0 ? 6 : c == 1 ? 32 : 16;
        }

        if (content.Hidden)
        {
            sheet.Hide();
        }
    }

    private static IXLRange Of(IXLWorksheet sheet, CellRange range) => sheet.Range(range.Top, range.Left, range.Bottom, range.Right);

    private static void Put(IXLCell cell, object? value, bool asText)
    {
        switch (value)
        {
            case null when asText:
                cell.SetValue("-");
                break;
            case null:
                break;
            case int or long or decimal when asText:
                cell.SetValue(Numbers.Official(value)).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
                break;
            case int or long:
                cell.SetValue(Convert.ToDouble(value, Numbers.Plain)).Style.NumberFormat.SetFormat("#,##0");
                break;
            case decimal number:
                cell.SetValue((double)number).Style.NumberFormat.SetFormat("#,##0.00");
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue)).Style.NumberFormat.SetFormat("dd/mm/yyyy");
                break;
            default:
                cell.SetValue(Numbers.Machine(value));
                break;
        }
    }

    private static XLWorkbook NewBook(string title)
    {
        var book = new XLWorkbook();
        book.Properties.Title = title;
        book.Properties.Author = "Generator data contoh";
        book.Properties.Created = FixedZip.Moment;
        book.Properties.Modified = FixedZip.Moment;
        return book;
    }

    private static byte[] Save(XLWorkbook book)
    {
        using var buffer = new MemoryStream();
        book.SaveAs(buffer);
        return FixedZip.Rewrite(buffer.ToArray());
    }
}
