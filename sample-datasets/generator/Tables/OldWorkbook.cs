using System.Text;

namespace Purbalingga.Samples.Tables;

/// <summary>An XLS file (Excel 97-2003): a BIFF8 stream in an OLE2 container, with texts, numbers and merged cells.</summary>
/// <remarks>After [MS-XLS] and [MS-CFB]; no library that writes this form is at hand.</remarks>
internal static class OldWorkbook
{
    private const int SectorSize = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FatSector = 0xFFFFFFFD;
    private const uint Free = 0xFFFFFFFF;

    // A record may hold so many bytes; longer ones go on in CONTINUE records.
    private const int RecordLimit = 8224;

    public static byte[] Write(OfficialSheet sheet) => Contain(Stream(sheet));

    private static byte[] Stream(OfficialSheet sheet)
    {
        var layout = new SheetLayout(sheet);
        var texts = new List<string>();
        var body = Sheet(layout, sheet.NumbersAsText, texts);

        var globals = new BiffRecords();
        globals.Add(0x0809, w => Begin(w, 0x0005));
        globals.Add(0x0042, w => w.Write((ushort)1200));
        globals.Add(0x003D, w => w.Write([0, 0, 0, 0, 0x40, 0x2A, 0x40, 0x1A, 0x38, 0, 0, 0, 0, 0, 1, 0, 0x58, 0x02]));
        for (var font = 0; font < 5; font++)
        {
            globals.Add(0x0031, w =>
            {
                w.Write([200, 0, 0, 0, 0xFF, 0x7F, 0x90, 0x01, 0, 0, 0, 0, 0, 0]);
                ShortText(w, "Arial");
            });
        }

        // Fifteen formats of styles come first, then the one that cells point at.
        for (var format = 0; format < 16; format++)
        {
            globals.Add(0x00E0, w => w.Write([0, 0, 0, 0, (byte)(format < 15 ? 0xF5 : 0x01), (byte)(format < 15 ? 0xFF : 0), 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0x20]));
        }

        globals.Add(0x0293, w => w.Write([0x00, 0x80, 0x00, 0xFF]));
        var sheetEntry = globals.Length + 4;
        globals.Add(0x0085, w =>
        {
            w.Write(0u);
            w.Write((ushort)0);
            ShortText(w, sheet.Name);
        });
        SharedTexts(globals, texts, layout.Cells.Count);
        globals.Add(0x000A, _ => { });

        var bytes = globals.ToArray();
        BitConverter.GetBytes(bytes.Length).CopyTo(bytes, sheetEntry);
        return [.. bytes, .. body];
    }

    private static byte[] Sheet(SheetLayout layout, bool asText, List<string> texts)
    {
        var index = new Dictionary<string, int>();
        var records = new BiffRecords();
        records.Add(0x0809, w => Begin(w, 0x0010));
        records.Add(0x0200, w =>
        {
            w.Write(0u);
            w.Write((uint)layout.Cells.Max(c => c.Row));
            w.Write((ushort)0);
            w.Write((ushort)layout.Cells.Max(c => c.Column));
            w.Write((ushort)0);
        });
        foreach (var (row, column, value) in layout.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column))
        {
            if (!asText && value is int or long or decimal)
            {
                records.Add(0x0203, w =>
                {
                    Place(w, row, column);
                    w.Write(Convert.ToDouble(value, Numbers.Plain));
                });
            }
            else if (Shown(value, asText) is { Length: > 0 } text)
            {
                if (index.TryAdd(text, texts.Count))
                {
                    texts.Add(text);
                }

                records.Add(0x00FD, w =>
                {
                    Place(w, row, column);
                    w.Write(index[text]);
                });
            }
        }

        records.Add(0x023E, w => w.Write([0xB6, 0x06, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        records.Add(0x00E5, w =>
        {
            w.Write((ushort)layout.Merged.Count);
            foreach (var range in layout.Merged)
            {
                foreach (var edge in new[] { range.Top, range.Bottom, range.Left, range.Right })
                {
                    w.Write((ushort)(edge - 1));
                }
            }
        });
        records.Add(0x000A, _ => { });
        return records.ToArray();
    }

    private static string Shown(object? value, bool asText) => asText ? Numbers.Official(value) : Numbers.Machine(value);

    private static void Begin(BinaryWriter writer, ushort kind)
    {
        writer.Write((ushort)0x0600);
        writer.Write(kind);
        writer.Write([0xBB, 0x0D, 0xCC, 0x07, 0x41, 0, 0, 0, 6, 0, 0, 0]);
    }

    private static void Place(BinaryWriter writer, int row, int column)
    {
        writer.Write((ushort)(row - 1));
        writer.Write((ushort)(column - 1));
        writer.Write((ushort)15);
    }

    private static void ShortText(BinaryWriter writer, string text)
    {
        writer.Write((byte)text.Length);
        writer.Write((byte)1);
        writer.Write(Encoding.Unicode.GetBytes(text));
    }

    private static void SharedTexts(BiffRecords records, List<string> texts, int uses)
    {
        var chunks = new List<MemoryStream> { new() };
        chunks[0].Write(BitConverter.GetBytes(uses));
        chunks[0].Write(BitConverter.GetBytes(texts.Count));
        foreach (var text in texts)
        {
            byte[] entry = [.. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)];
            if (chunks[^1].Length + entry.Length > RecordLimit)
            {
                chunks.Add(new MemoryStream());
            }

            chunks[^1].Write(entry);
        }

        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i].ToArray();
            records.Add(i == 0 ? (ushort)0x00FC : (ushort)0x003C, w => w.Write(chunk));
        }
    }

    private static byte[] Contain(byte[] stream)
    {
        // A stream under 4,096 bytes would have to lie in the mini stream; zeros after its end do no harm.
        var content = stream.Length < 4096 ? [.. stream, .. new byte[4096 - stream.Length]] : stream;
        var contentSectors = (content.Length + SectorSize - 1) / SectorSize;
        var fatSectors = 1;
        while (fatSectors * (SectorSize / 4) < fatSectors + 1 + contentSectors)
        {
            fatSectors++;
        }

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        writer.Write(new byte[16]);
        foreach (var field in new ushort[] { 0x003E, 0x0003, 0xFFFE, 9, 6, 0, 0, 0 })
        {
            writer.Write(field);
        }

        foreach (var field in new[] { 0u, (uint)fatSectors, (uint)fatSectors, 0u, 4096u, EndOfChain, 0u, EndOfChain, 0u })
        {
            writer.Write(field);
        }

        for (var i = 0u; i < 109; i++)
        {
            writer.Write(i < fatSectors ? i : Free);
        }

        var chains = Enumerable.Repeat(FatSector, fatSectors).Append(EndOfChain)
            .Concat(Enumerable.Range(1, contentSectors).Select(i => i == contentSectors ? EndOfChain : (uint)(fatSectors + 1 + i))).ToList();
        for (var i = 0; i < fatSectors * (SectorSize / 4); i++)
        {
            writer.Write(i < chains.Count ? chains[i] : Free);
        }

        Entry(writer, "Root Entry", kind: 5, child: 1, start: EndOfChain, size: 0);
        Entry(writer, "Workbook", kind: 2, child: Free, start: (uint)(fatSectors + 1), size: (uint)content.Length);
        Entry(writer, "", kind: 0, child: Free, start: 0, size: 0);
        Entry(writer, "", kind: 0, child: Free, start: 0, size: 0);
        writer.Write(content);
        writer.Write(new byte[(contentSectors * SectorSize) - content.Length]);
        writer.Flush();
        return file.ToArray();
    }

    private static void Entry(BinaryWriter writer, string name, byte kind, uint child, uint start, uint size)
    {
        var text = new byte[64];
        Encoding.Unicode.GetBytes(name).CopyTo(text, 0);
        writer.Write(text);
        writer.Write((ushort)(name.Length == 0 ? 0 : (name.Length + 1) * 2));
        writer.Write(kind);
        writer.Write((byte)1);
        writer.Write(Free);
        writer.Write(Free);
        writer.Write(child);
        writer.Write(new byte[36]);
        writer.Write(start);
        writer.Write((ulong)size);
    }
}
