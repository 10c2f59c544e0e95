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
        var left = 1 + content.Indent;
        var width = Math.Max(1, content.Head.Sum(h => Math.Max(1, h.Under.Length)));
        var row = 1;
        foreach (var line in content.Titles)
        {
            sheet.Cell(row, left).SetValue(line);
            var across = sheet.Range(row, left, row, left + width - 1);
            across.Merge();
            across.Style.Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
            row++;
        }

        row += content.Titles.Count > 0 ? 1 : 0;
        var top = row;
        row = WriteHead(sheet, content, row, left, width);
        foreach (var cells in content.Rows)
        {
            WriteRow(sheet, cells, row++, left, content.NumbersAsText);
        }

        if (content.Total is not null)
        {
            WriteRow(sheet, content.Total, row, left, content.NumbersAsText);
            sheet.Range(row, left, row, left + width - 1).Style.Font.SetBold().Fill.SetBackgroundColor(Pale);
            row++;
        }

        sheet.Range(top, left, row - 1, left + width - 1).Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        foreach (var line in content.Foot)
        {
            sheet.Cell(row++, left).SetValue(line).Style.Font.SetItalic();
        }

        if (content.SignedBy is not null)
        {
            Sign(sheet, content.SignedBy, row + 1, left + Math.Max(0, width - 3));
        }

        if (content.Hidden)
        {
            sheet.Hide();
        }
    }

    private static int WriteHead(IXLWorksheet sheet, OfficialSheet content, int row, int left, int width)
    {
        var lines = content.Head.Any(h => h.Under.Length > 0) ? 2 : 1;
        var column = left;
        foreach (var (text, under) in content.Head)
        {
            sheet.Cell(row, column).SetValue(text);
            if (under.Length == 0 && lines == 2)
            {
                sheet.Range(row, column, row + 1, column).Merge();
            }
            else if (under.Length > 1)
            {
                sheet.Range(row, column, row, column + under.Length - 1).Merge();
            }

            for (var i = 0; i < under.Length; i++)
            {
                sheet.Cell(row + 1, column + i).SetValue(under[i]);
            }

            column += Math.Max(1, under.Length);
        }

        for (var c = 0; c < width; c++)
        {
            sheet.Column(left + c).Width = c == 0 ? 6 : c == 1 ? 30 : 15;
            if (content.NumberedColumns)
            {
                sheet.Cell(row + lines, left + c).SetValue($"({c + 1})");
            }
        }

        var bottom = row + lines - 1 + (content.NumberedColumns ? 1 : 0);
        sheet.Range(row, left, bottom, left + width - 1).Style
            .Font.SetBold().Fill.SetBackgroundColor(Pale)
            .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
        return bottom + 1;
    }

    private static void WriteRow(IXLWorksheet sheet, object?[] cells, int row, int left, bool asText)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            Put(sheet.Cell(row, left + c), cells[c], asText);
        }
    }

    /// <summary>No name or number of a person: the signer is invented and said to be so.</summary>
    private static void Sign(IXLWorksheet sheet, string office, int row, int column)
    {
        string[] lines = ["Purbalingga, 12 Januari 2026", office, "Kabupaten Purbalingga", "", "", "(CONTOH) NAMA PEJABAT REKAAN", "NIP. (tidak dicantumkan)"];
        for (var i = 0; i < lines.Length; i++)
        {
            sheet.Cell(row + i, column).SetValue(lines[i]);
        }
    }

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
