#!/usr/bin/env python3
"""Makes deliberately ugly tables, as the open-data portals of the country hold them, and what a reader should make of each.

Run in this folder: python3 make-ugly.py. Everything is made with a fixed seed, so the same files come out. All figures are made up.
Each case is a tidy table and the way in which it is spoiled; the tidy table is the expectation. Writes files/ and expected.json:
{name: {"columns": [[label, type]], "rows": [[plain values]], "left_out": [[row, reason]], "hidden": [names]} or {"error": part of the message}}.
"""
import gzip, io, json, random, zipfile
from pathlib import Path

OUT = Path('files')
random.seed(3303)
EXPECTED = {}
KECAMATAN = ['Kemangkon', 'Bukateja', 'Kejobong', 'Kaligondang', 'Purbalingga', 'Kalimanah']
T, I, N, D, M, B = 'text', 'integer', 'number', 'date', 'date_time', 'boolean'


def case(name, content, columns=None, rows=None, left_out=None, hidden=None, error=None):
    (OUT / name).write_bytes(content)
    expected = {'error': error} if error else {'columns': columns, 'rows': [[plain(v) for v in r] for r in rows]}
    if left_out is not None:
        expected['left_out'] = left_out
    if hidden is not None:
        expected['hidden'] = hidden
    EXPECTED[name] = expected


def plain(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'true' if value else 'false'
    return repr(value) if isinstance(value, float) and value != int(value) else str(int(value)) if isinstance(value, float) else str(value)


def text(rows, delimiter=';', end='\n', encoding='utf-8', bom=b''):
    return bom + (end.join(delimiter.join('' if v is None else str(v) for v in row) for row in rows) + end).encode(encoding)


def dots(n):
    return f'{n:,}'.replace(',', '.')


def comma(x, decimals=2):
    return f'{x:,.{decimals}f}'.replace(',', 'x').replace('.', ',').replace('x', '.')


# An ordinary table: five regions with two figures
POP = [[f'33.03.{i + 1:02d}', k, random.randint(21000, 60000), random.randint(21000, 60000)] for i, k in enumerate(KECAMATAN)]
COLS = [['Kode', T], ['Kecamatan', T], ['Laki-laki', I], ['Perempuan', I]]
HEAD = [c[0] for c in COLS]
SHOWN = [[a, b, dots(c), dots(d)] for a, b, c, d in POP]
SUMS = [sum(r[2] for r in POP), sum(r[3] for r in POP)]
MEANS = [s / len(POP) for s in SUMS]
TITLE = ['JUMLAH PENDUDUK MENURUT KECAMATAN']
SIGN = [['', '', '', 'Purbalingga, 31 Desember 2025'], ['', '', '', 'KEPALA DINAS'], ['', '', '', ''], ['', '', '', 'NAMA CONTOH'], ['', '', '', 'NIP. 19000101 190001 1 001']]


def csv_forms():
    for name, delimiter in [('comma', ','), ('semicolon', ';'), ('tab', '\t'), ('bar', '|')]:
        case(f'csv-{name}.csv', text([HEAD] + SHOWN, delimiter), COLS, POP, [])
    place = [[a, b.replace('Kemangkon', 'Kémangkon – Timur'), c, d] for a, b, c, d in POP]
    head = ['Kode', 'Kecamatan', 'Luas (m²)', 'Perempuan']
    cols = [['Kode', T], ['Kecamatan', T], ['Luas (m²)', I], ['Perempuan', I]]
    for name, encoding, bom in [('utf8-bom', 'utf-8', b'\xef\xbb\xbf'), ('windows-1252', 'cp1252', b''), ('utf16-le', 'utf-16-le', b'\xff\xfe'),
                                ('utf16-be', 'utf-16-be', b'\xfe\xff'), ('utf16-without-mark', 'utf-16-le', b'')]:
        case(f'csv-{name}.csv', text([head] + place, ';', '\r\n', encoding, bom), cols, place)
    latin = [[a, b.replace('Kemangkon', 'Kémangkon'), c, d] for a, b, c, d in POP]
    case('csv-latin-1.tsv', text([head] + latin, '\t', encoding='latin-1'), cols, latin)
    case('csv-sep-line.csv', b'sep=;\r\n' + text([HEAD] + SHOWN, ';', '\r\n'), COLS, POP)
    case('csv-old-mac-line-ends.csv', text([HEAD] + SHOWN, ';', '\r'), COLS, POP)
    mixed = text([HEAD] + SHOWN[:3]) + text(SHOWN[3:], end='\r\n')
    case('csv-mixed-line-ends.csv', mixed, COLS, POP)
    case('csv-delimiter-at-line-ends.csv', text([r + [''] for r in [HEAD] + SHOWN]), COLS, POP)
    case('csv-padded.csv', text([[f'  {v} ' for v in r] for r in [HEAD] + SHOWN]), COLS, [[f'  {a} ', f'  {b} ', c, d] for a, b, c, d in POP])
    case('csv-quotes.csv', 'Nama;Alamat;Murid\n"SD ""Harapan""";"Jl. Raya; No. 1\nBukateja";12\nSD 2;Jl. "Baru";9\n'.encode(),
         [['Nama', T], ['Alamat', T], ['Murid', I]], [['SD "Harapan"', 'Jl. Raya; No. 1\nBukateja', 12], ['SD 2', 'Jl. "Baru"', 9]])
    case('csv-short-rows.csv', text([HEAD, SHOWN[0], SHOWN[1][:2], SHOWN[2]]), COLS, [POP[0], POP[1][:2] + [None, None], POP[2]])
    case('csv-too-many-fields.csv', text([HEAD, SHOWN[0], SHOWN[1] + ['9', '8'], SHOWN[2]]), error='Baris 3: jumlah kolom 6, seharusnya 4')
    case('csv-open-quote.csv', text([HEAD, SHOWN[0], ['"' + SHOWN[1][0]] + SHOWN[1][1:], SHOWN[2]]), error='Baris 3: tanda kutip dibuka')
    case('csv-empty.csv', b'', error='kosong')
    case('csv-only-blank-lines.csv', b'\n\n;;;\n', error='Tidak ada baris data')
    case('pdf-called.csv', b'%PDF-1.7\n1 0 obj\n', error='sebenarnya PDF')
    case('html-called.xls', b'<html><body><table><tr><td>a</td></tr></table></body></html>', error='halaman HTML')


def around():
    case('title-above.csv', text([TITLE + [''] * 3, ['TAHUN 2025', '', '', ''], ['', '', '', ''], HEAD] + SHOWN), COLS, POP, [[1, 'title'], [2, 'title']])
    case('title-short-lines.csv', text([TITLE, [], HEAD] + SHOWN), COLS, POP, [[1, 'title']])
    case('form-above.csv', text([['Instansi', ': Dinas Contoh', '', ''], ['Tahun', ': 2025', '', ''], HEAD] + SHOWN), COLS, POP, [[1, 'title'], [2, 'title']])
    case('numbers-in-brackets-below-header.csv', text([HEAD, ['(1)', '(2)', '(3)', '(4)']] + SHOWN), COLS, POP, [[2, 'column_numbers']])
    case('numbers-below-header.csv', text([HEAD, ['1', '2', '3', '4']] + SHOWN), COLS, POP, [[2, 'column_numbers']])
    case('numbers-with-sum-below-header.csv', text([HEAD + ['Jumlah'], ['1', '2', '3', '4', '5=3+4']] + [r + [dots(p[2] + p[3])] for r, p in zip(SHOWN, POP)]),
         COLS + [['Jumlah', I]], [p + [p[2] + p[3]] for p in POP], [[2, 'column_numbers']])
    case('letters-below-header.csv', text([HEAD, ['a', 'b', 'c', 'd']] + SHOWN), COLS, POP, [[2, 'column_numbers']])
    total = ['', 'JUMLAH', dots(SUMS[0]), dots(SUMS[1])]
    mean = ['', 'Rata-rata', comma(MEANS[0]), comma(MEANS[1])]
    n = len(POP) + 2
    case('total-at-foot.csv', text([HEAD] + SHOWN + [total]), COLS, POP, [[n, 'total']])
    case('grand-total-at-foot.csv', text([HEAD] + SHOWN + [['GRAND TOTAL', '', dots(SUMS[0]), dots(SUMS[1])]]), COLS, POP, [[n, 'total']])
    case('total-and-mean-at-foot.csv', text([HEAD] + SHOWN + [total, mean]), COLS, POP, [[n, 'total'], [n + 1, 'total']])
    case('total-of-the-regency.csv', text([HEAD] + SHOWN + [['', 'Jumlah Kabupaten Purbalingga'] + total[2:]]), COLS, POP, [[n, 'total']])
    case('total-by-the-name-of-the-area.csv', text([HEAD] + SHOWN + [['', 'Kab. Purbalingga', dots(SUMS[0]), dots(SUMS[1])]]), COLS, POP, [[n, 'total']])
    case('total-of-last-year-too.csv', text([HEAD] + SHOWN + [total, ['', 'Jumlah 2024', dots(SUMS[0] - 900), dots(SUMS[1] - 700)]]), COLS, POP, [[n, 'total'], [n + 1, 'total']])
    case('totals-are-the-data.csv', text([['Uraian', 'Nilai'], ['Jumlah desa', '224'], ['Jumlah kelurahan', '15'], ['Jumlah kecamatan', '18']]),
         [['Uraian', T], ['Nilai', I]], [['Jumlah desa', 224], ['Jumlah kelurahan', 15], ['Jumlah kecamatan', 18]], [])
    case('note-at-foot.csv', text([HEAD] + SHOWN + [['Sumber: Dinas Contoh', '', '', ''], ['*) Angka sementara', '', '', '']]), COLS, POP, [[n, 'note'], [n + 1, 'note']])
    case('signature-at-foot.csv', text([HEAD] + SHOWN + [['', '', '', '']] + SIGN), COLS, POP,
         [[n + 1, 'signature'], [n + 2, 'signature'], [n + 4, 'signature'], [n + 5, 'signature']])
    case('two-signatures-at-foot.csv', text([HEAD] + SHOWN + [['', '', '', ''], ['Mengetahui,', '', '', 'Pembuat daftar'], ['CAMAT', '', '', 'OPERATOR'], ['NAMA SATU', '', '', 'NAMA DUA']]),
         COLS, POP, [[n + 1, 'signature'], [n + 2, 'signature'], [n + 3, 'signature']])
    case('everything-around.csv', text([TITLE + [''] * 3, [''] * 4, HEAD, ['(1)', '(2)', '(3)', '(4)']] + SHOWN + [total, [''] * 4, ['Sumber: Dinas Contoh', '', '', '']] + SIGN), COLS, POP,
         [[1, 'title'], [4, 'column_numbers'], [11, 'total'], [13, 'note'], [14, 'signature'], [15, 'signature'], [17, 'signature'], [18, 'signature']])
    case('header-on-every-page.csv', text([HEAD] + SHOWN[:2] + [HEAD] + SHOWN[2:4] + [HEAD] + SHOWN[4:]), COLS, POP, [[4, 'repeated_header'], [7, 'repeated_header']])
    case('header-and-numbers-on-every-page.csv', text([HEAD, ['(1)', '(2)', '(3)', '(4)']] + SHOWN[:3] + [HEAD, ['(1)', '(2)', '(3)', '(4)']] + SHOWN[3:]), COLS, POP,
         [[2, 'column_numbers'], [6, 'repeated_header'], [7, 'repeated_header']])
    case('blank-rows.csv', text([HEAD, [], SHOWN[0], SHOWN[1], ['', '', '', ''], ['', '', '', '']] + SHOWN[2:]), COLS, POP, [])
    case('blank-columns.csv', text([['', r[0], '', r[1], r[2], '', r[3], ''] for r in [HEAD] + SHOWN]), COLS, POP, [])


def headers():
    two = [['Kode', 'Kecamatan', 'Penduduk', ''], ['', '', 'Laki-laki', 'Perempuan']]
    joined = [['Kode', T], ['Kecamatan', T], ['Penduduk Laki-laki', I], ['Penduduk Perempuan', I]]
    case('header-of-two-lines.csv', text(two + SHOWN), joined, POP)
    case('header-of-two-lines-under-title.csv', text([TITLE, []] + two + [['(1)', '(2)', '(3)', '(4)']] + SHOWN), joined, POP, [[1, 'title'], [5, 'column_numbers']])
    six = [[f'33.03.{i + 1:02d}', k] + [random.randint(10, 900) for _ in range(4)] for i, k in enumerate(KECAMATAN)]
    case('header-of-three-lines.csv', text([['Kode', 'Kecamatan', 'Pendidikan', '', '', ''], ['', '', 'SD', '', 'SMP', ''], ['', '', 'L', 'P', 'L', 'P']] + six),
         [['Kode', T], ['Kecamatan', T], ['Pendidikan SD L', I], ['Pendidikan SD P', I], ['Pendidikan SMP L', I], ['Pendidikan SMP P', I]], six)
    case('header-years-below.csv', text([['Kode', 'Kecamatan', 'Tahun', '', '', ''], ['', '', '2022', '2023', '2024', '2025']] + six),
         [['Kode', T], ['Kecamatan', T]] + [[f'Tahun {y}', I] for y in range(2022, 2026)], six)
    case('header-numbers-below.csv', text([['Kode', 'Kecamatan', 'Desil', '', '', ''], ['', '', '1', '2', '3', '4']] + six), [['Kode', T], ['Kecamatan', T]] + [[f'Desil {i}', I] for i in range(1, 5)], six)
    case('header-ages-below.csv', text([['Kode', 'Kecamatan', 'Umur', '', '', ''], ['', '', '0-4', '5-9', '10-14', '15+']] + six), [['Kode', T], ['Kecamatan', T]] + [[f'Umur {v}', I] for v in ['0-4', '5-9', '10-14', '15+']], six)
    case('header-years.csv', text([['Kode', 'Kecamatan', '2022', '2023', '2024', '2025']] + six), [['Kode', T], ['Kecamatan', T]] + [[str(y), I] for y in range(2022, 2026)], six)
    case('header-months.csv', text([['Kode', 'Kecamatan', 'Januari 2025', 'Februari 2025', 'Maret 2025', 'April 2025']] + six),
         [['Kode', T], ['Kecamatan', T]] + [[f'{m} 2025', I] for m in ['Januari', 'Februari', 'Maret', 'April']], six)
    case('header-units-below.csv', text([['Kode', 'Kecamatan', 'Luas', 'Penduduk'], ['', '', '(ha)', '(jiwa)']] + SHOWN), [['Kode', T], ['Kecamatan', T], ['Luas (ha)', I], ['Penduduk (jiwa)', I]], POP)
    case('header-missing.csv', text(SHOWN), [['kolom_1', T], ['kolom_2', T], ['kolom_3', I], ['kolom_4', I]], POP)
    case('header-twice-the-same-name.csv', text([['Kode', 'Kecamatan', 'Jumlah', 'Jumlah']] + SHOWN), [['Kode', T], ['Kecamatan', T], ['Jumlah', I], ['Jumlah', I]], POP)
    case('header-with-a-gap.csv', text([['Kode', 'Kecamatan', '', 'Perempuan']] + SHOWN), [['Kode', T], ['Kecamatan', T], ['kolom_3', I], ['Perempuan', I]], POP)
    case('header-with-line-breaks.csv', ('Kode;"Nama\nKecamatan";"Laki-\nlaki";Perempuan\n').encode() + text(SHOWN), [['Kode', T], ['Nama Kecamatan', T], ['Laki- laki', I], ['Perempuan', I]], POP)


def one(name, label, values, kind, meant=None):
    rows = [[f'Unit {i + 1}', v] for i, v in enumerate(values)]
    case(name, text([['Nama', label]] + rows), [['Nama', T], [label, kind]], [[r[0], m] for r, m in zip(rows, values if meant is None else meant)])


def values():
    one('value-indonesian.csv', 'Nilai', ['1.234,56', '12,5', '1.000.000', '7'], N, [1234.56, 12.5, 1000000, 7])
    one('value-english.csv', 'Nilai', ['1,234.56', '12.5', '1,000,000', '7'], N, [1234.56, 12.5, 1000000, 7])
    one('value-thousands-only.csv', 'Nilai', ['1.234', '12.500', '7'], I, [1234, 12500, 7])
    one('value-brackets.csv', 'Selisih', ['(1.000)', '250', '-75'], I, [-1000, 250, -75])
    one('value-percent.csv', 'Capaian', ['45 %', '50,5%', '100 %'], N, [45, 50.5, 100])
    one('value-rupiah.csv', 'Anggaran', ['Rp 1.250.000', 'Rp. 750.500', 'Rp75.000,-'], I, [1250000, 750500, 75000])
    one('value-missing.csv', 'Nilai', ['12', '-', 'n/a', 'tad', '', '…', 'N/A', '9'], I, [12, None, None, None, None, None, None, 9])
    one('value-words-among-numbers.csv', 'Nilai', ['12', 'belum dihitung', '9'], T)
    one('day-first.csv', 'Tanggal', ['31/12/2025', '1/2/2025', '-'], D, ['2025-12-31', '2025-02-01', None])
    one('day-with-month-name.csv', 'Tanggal', ['31 Desember 2025', '1 Peb 2025', '17-Agu-2025'], D, ['2025-12-31', '2025-02-01', '2025-08-17'])
    one('day-by-serial.csv', 'Tgl Lahir', ['45657', '45292'], D, ['2024-12-31', '2024-01-01'])
    one('day-in-many-ways.csv', 'Tanggal', ['31/12/2025', '2025-01-02', '3 Mei 2025', '45657'], D, ['2025-12-31', '2025-01-02', '2025-05-03', '2024-12-31'])
    one('moment.csv', 'Waktu', ['2025-12-31 08:30', '2025-12-31'], M, ['2025-12-31T08:30:00', '2025-12-31T00:00:00'])
    one('month.csv', 'Bulan', ['Januari 2025', 'Desember 2025'], D, ['2025-01-01', '2025-12-01'])
    one('quarter.csv', 'Periode', ['Triwulan I 2025', 'Triwulan IV 2025'], D, ['2025-01-01', '2025-10-01'])
    one('half-year.csv', 'Periode', ['Semester I 2025', 'Semester II 2025'], D, ['2025-01-01', '2025-07-01'])
    one('month-without-year.csv', 'Bulan', ['Januari', 'Februari'], T)
    one('yes-and-no.csv', 'Aktif', ['Ya', 'Tidak', 'YA', '-'], B, [True, False, True, None])
    one('done-or-not.csv', 'Sertifikat', ['Sudah', 'Belum'], B, [True, False])
    one('code-with-zeros.csv', 'Kode Pos', ['05331', '53311'], T)
    one('code-damaged-into-numbers.csv', 'kode_kecamatan', ['330301', '330302'], T)
    one('code-with-dots.csv', 'Wilayah', ['33.03', '33.03.01', '33.03.01.2001'], T)
    one('code-nik.csv', 'Penerima', ['3303012345678901', '3303012345678902'], T)
    one('code-npsn.csv', 'NPSN', ['20303157', '20303158'], T)
    one('code-phone.csv', 'No. Telp', ['0281891234', '8112345678'], T)
    one('code-account.csv', 'Kode Rekening', ['5.1.02', '5.1'], T)
    one('coordinates.csv', 'Bujur', ['109.363', '109.412'], N, [109.363, 109.412])
    one('year.csv', 'Tahun', ['2024', '2025'], I, [2024, 2025])
    one('formula-as-text.csv', 'Nama lain', ['=1+1', '@x'], T)


def column(i):
    return chr(65 + i)


FORMATS = {'pct': '0.0%', 'date': 'dd/mm/yyyy', 'code': '0000', 'moment': 'dd/mm/yyyy hh:mm', 'thousand': '#,##0'}


def xlsx(*sheets, before=''):
    """Sheets are (name, rows, merges, hidden); a cell is None, text, number, bool or (format, number)."""
    def cell(v, r, c):
        at = f'{column(c)}{r}'
        if v is None or v == '':
            return ''
        if isinstance(v, tuple) and v[0] == 'error':
            return f'<c r="{at}" t="e"><v>{v[1]}</v></c>'
        if isinstance(v, tuple):
            return f'<c r="{at}" s="{list(FORMATS).index(v[0]) + 1}"><v>{v[1]}</v></c>'
        if isinstance(v, bool):
            return f'<c r="{at}" t="b"><v>{int(v)}</v></c>'
        if isinstance(v, str):
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{v.replace("&", "&amp;").replace("<", "&lt;")}</t></is></c>'
        return f'<c r="{at}"><v>{v}</v></c>'

    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    parts = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        + ''.join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for i in range(len(sheets))) + '</Types>',
        '_rels/.rels': f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook {main} xmlns:r="{rel}"><sheets>' + ''.join(
            f'<sheet name="{s[0]}" sheetId="{i + 1}"{" state=" + chr(34) + "hidden" + chr(34) if s[3] else ""} r:id="r{i + 1}"/>' for i, s in enumerate(sheets)) + '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(
            f'<Relationship Id="r{i + 1}" Type="{rel}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>' for i in range(len(sheets))) + f'<Relationship Id="rs" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        'xl/styles.xml': f'<styleSheet {main}><numFmts count="{len(FORMATS)}">' + ''.join(f'<numFmt numFmtId="{200 + i}" formatCode="{f}"/>' for i, f in enumerate(FORMATS.values()))
        + '</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        + f'<cellXfs count="{len(FORMATS) + 1}"><xf/>' + ''.join(f'<xf numFmtId="{200 + i}" applyNumberFormat="1"/>' for i in range(len(FORMATS))) + '</cellXfs></styleSheet>',
    }
    for i, (_, rows, merges, _) in enumerate(sheets):
        body = ''.join(f'<row r="{r}">' + ''.join(cell(v, r, c) for c, v in enumerate(row)) + '</row>' for r, row in enumerate(rows, 1) if row)
        ranges = f'<mergeCells count="{len(merges)}">' + ''.join(f'<mergeCell ref="{m}"/>' for m in merges) + '</mergeCells>' if merges else ''
        parts[f'xl/worksheets/sheet{i + 1}.xml'] = f'{before}<worksheet {main}><sheetData>{body}</sheetData>{ranges}</worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet(rows, merges=(), name='Data', hidden=False):
    return name, rows, merges, hidden


def workbooks():
    n = len(POP)
    case('book-title-merged.xlsx', xlsx(sheet([TITLE, ['TAHUN 2025'], [], HEAD] + POP, ['A1:D1', 'A2:D2'])), COLS, POP, [[1, 'title'], [2, 'title']])
    two = [['Kode', 'Kecamatan', 'Penduduk', None], [None, None, 'Laki-laki', 'Perempuan']]
    joined = [['Kode', T], ['Kecamatan', T], ['Penduduk Laki-laki', I], ['Penduduk Perempuan', I]]
    case('book-header-merged.xlsx', xlsx(sheet(two + POP, ['A1:A2', 'B1:B2', 'C1:D1'])), joined, POP, [])
    case('book-header-merged-and-numbers.xlsx', xlsx(sheet([TITLE, []] + two + [[1, 2, 3, 4]] + POP, ['A1:D1', 'A3:A4', 'B3:B4', 'C3:D3'])), joined, POP, [[1, 'title'], [5, 'column_numbers']])
    six = [[f'33.03.{i + 1:02d}', k] + [random.randint(10, 900) for _ in range(4)] for i, k in enumerate(KECAMATAN)]
    case('book-header-of-three-lines.xlsx', xlsx(sheet([['Kode', 'Kecamatan', 'Pendidikan'], [None, None, 'SD', None, 'SMP'], [None, None, 'L', 'P', 'L', 'P']] + six,
         ['A1:A3', 'B1:B3', 'C1:F1', 'C2:D2', 'E2:F2'])), [['Kode', T], ['Kecamatan', T], ['Pendidikan SD L', I], ['Pendidikan SD P', I], ['Pendidikan SMP L', I], ['Pendidikan SMP P', I]], six)
    groups = [['Timur', *POP[0]], [None, *POP[1]], ['Barat', *POP[2]], [None, *POP[3]]]
    case('book-groups-merged-down.xlsx', xlsx(sheet([['Wilayah'] + HEAD] + groups, ['A2:A3', 'A4:A5'])), [['Wilayah', T]] + COLS, [[w, *r] for w, r in zip(['Timur', 'Timur', 'Barat', 'Barat'], POP)])
    for name, lower in [('numbers', [1, 2, 3, 4]), ('ages', ['0-4', '5-9', '10-14', '15+']), ('texts-of-numbers', ['1', '2', '3', '4'])]:
        case(f'book-header-of-{name}.xlsx', xlsx(sheet([['Kode', 'Kecamatan', 'Kelas'], [None, None, *lower]] + six, ['A1:A2', 'B1:B2', 'C1:F1'])),
             [['Kode', T], ['Kecamatan', T]] + [[f'Kelas {v}', I] for v in lower], six)
    case('book-total-merged.xlsx', xlsx(sheet([HEAD] + POP + [['JUMLAH', None, *SUMS]], [f'A{n + 2}:B{n + 2}'])), COLS, POP, [[n + 2, 'total']])
    case('book-total-of-spending.xlsx', xlsx(sheet([['Kode', 'Uraian', 'Anggaran', 'Realisasi'], ['5.1', 'Belanja pegawai', ('thousand', 1250000), 900000], ['5.2', 'Belanja modal', 750500, 500250],
         ['JUMLAH BELANJA', None, 2000500, 1400250]], ['A4:B4'])), [['Kode', T], ['Uraian', T], ['Anggaran', I], ['Realisasi', I]],
         [['5.1', 'Belanja pegawai', 1250000, 900000], ['5.2', 'Belanja modal', 750500, 500250]], [[4, 'total']])
    case('book-signature-merged.xlsx', xlsx(sheet([HEAD] + POP + [[], [None, None, 'Purbalingga, 2 Januari 2026'], [None, None, 'Kepala Dinas'], [], [], [None, None, 'NAMA CONTOH'], [None, None, 'NIP. 190001011900011001']],
         [f'C{n + 3}:D{n + 3}', f'C{n + 4}:D{n + 4}'])), COLS, POP, [[n + 3, 'signature'], [n + 4, 'signature'], [n + 7, 'signature'], [n + 8, 'signature']])
    reference = sheet([['kode', 'nama'], [1, 'x']], name='Referensi', hidden=True)
    case('book-hidden-sheet.xlsx', xlsx(sheet([HEAD] + POP), reference), COLS, POP, hidden=['Referensi'])
    case('book-hidden-first-sheet.xlsx', xlsx(reference, sheet([HEAD] + POP)), COLS, POP, hidden=['Referensi'])
    case('book-cover-sheet.xlsx', xlsx(sheet([['BUKU DATA'], ['Dinas Contoh']], name='Sampul'), sheet([HEAD] + POP)), COLS, POP)
    case('book-empty-first-sheet.xlsx', xlsx(sheet([], name='Sheet1'), sheet([HEAD] + POP)), COLS, POP)
    case('book-away-from-the-corner.xlsx', xlsx(sheet([[], [], [None, None] + HEAD] + [[None, None] + r for r in POP])), COLS, POP, [])
    case('book-formats.xlsx', xlsx(sheet([['Kode', 'Nama', 'Capaian', 'Tanggal', 'Aktif', 'Waktu'], [('code', 301), 'a', ('pct', 0.253), ('date', 45657), True, ('moment', 45657.5)],
         [('code', 302), 'b', ('pct', 1), ('date', 45292), False, ('moment', 45292.25)]])), [['Kode', T], ['Nama', T], ['Capaian', N], ['Tanggal', D], ['Aktif', B], ['Waktu', M]],
         [['0301', 'a', 25.3, '2024-12-31', True, '2024-12-31T12:00:00'], ['0302', 'b', 100, '2024-01-01', False, '2024-01-01T06:00:00']])
    case('book-numbers-as-text.xlsx', xlsx(sheet([HEAD] + SHOWN)), COLS, POP)
    case('book-codes-as-numbers.xlsx', xlsx(sheet([['Kode Wilayah', 'NIK', 'Nilai'], [330301, 3303012345678901, 1.5], [330302, 3303012345678902, 2]])), [['Kode Wilayah', T], ['NIK', T], ['Nilai', N]],
         [['330301', '3303012345678901', 1.5], ['330302', '3303012345678902', 2]])
    case('book-days-as-numbers.xlsx', xlsx(sheet([['Nama', 'Tanggal'], ['a', 45657], ['b', '1/2/2025'], ['c', ('date', 45292)]])), [['Nama', T], ['Tanggal', D]], [['a', '2024-12-31'], ['b', '2025-02-01'], ['c', '2024-01-01']])
    case('book-errors.xlsx', xlsx(sheet([HEAD, POP[0], POP[1][:2] + [('error', '#N/A'), ('error', '#DIV/0!')], POP[2]])), COLS, [POP[0], POP[1][:2] + [None, None], POP[2]])
    case('book-mixed-text-and-numbers.xlsx', xlsx(sheet([HEAD, POP[0], POP[1][:2] + ['1.234', '-'], POP[2][:2] + ['tad', 5]])), COLS, [POP[0], POP[1][:2] + [1234, None], POP[2][:2] + [None, 5]])
    case('book-everything.xlsx', xlsx(sheet([TITLE, ['KABUPATEN PURBALINGGA'], []] + two + [['(1)', '(2)', '(3)', '(4)']] + POP + [['Jumlah', None, *SUMS], ['Rata-rata', None, *MEANS], [], ['Sumber: data contoh'],
         [None, None, None, 'Purbalingga, 2 Januari 2026'], [None, None, None, 'KEPALA DINAS'], [], [None, None, None, 'NAMA CONTOH']],
         ['A1:D1', 'A2:D2', 'A4:A5', 'B4:B5', 'C4:D4', f'A{n + 7}:B{n + 7}'])), joined, POP,
         [[1, 'title'], [2, 'title'], [6, 'column_numbers'], [n + 7, 'total'], [n + 8, 'total'], [n + 10, 'note'], [n + 11, 'signature'], [n + 12, 'signature'], [n + 14, 'signature']])
    case('book-with-a-document-type.xlsx', xlsx(sheet([HEAD] + POP), before='<!DOCTYPE x [<!ENTITY a "b">]>'), error='DOCTYPE')
    case('book-cut-off.xlsx', xlsx(sheet([HEAD] + POP))[:900], error='rusak atau terpotong')


def others():
    case('records.json', json.dumps([dict(zip(['kode', 'kecamatan', 'laki', 'perempuan'], r)) for r in SHOWN]).encode(), [['kode', T], ['kecamatan', T], ['laki', I], ['perempuan', I]], POP)
    case('lists.json', json.dumps([HEAD] + SHOWN).encode(), COLS, POP)
    case('answer-of-an-api.json', json.dumps({'status': 200, 'meta': {'total': len(POP)}, 'data': {'rows': [dict(zip(HEAD, r)) for r in POP]}}, indent=2).encode(), COLS, POP)
    case('lines.ndjson', '\n'.join(json.dumps(dict(zip(HEAD, r))) for r in POP).encode(), COLS, POP)
    case('broken.json', json.dumps([dict(zip(HEAD, r)) for r in POP], indent=1)[:-30].encode(), error='JSON rusak')
    case('points.geojson', json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'nama': k}, 'geometry': {'type': 'Point', 'coordinates': [109.3 + i / 8, -7.25]}}
         for i, k in enumerate(KECAMATAN[:2])]}, separators=(',', ':')).encode(), [['nama', T], ['longitude', N], ['latitude', N], ['geometry', T]],
         [[k, 109.3 + i / 8, -7.25, json.dumps({'type': 'Point', 'coordinates': [109.3 + i / 8, -7.25]}, separators=(',', ':'))] for i, k in enumerate(KECAMATAN[:2])])
    case('packed.csv.gz', gzip.compress(text([HEAD] + SHOWN), mtime=0), COLS, POP)
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as z:
        z.writestr(zipfile.ZipInfo('data/baca saya.pdf', (2025, 1, 1, 0, 0, 0)), b'%PDF-1.7')
        z.writestr(zipfile.ZipInfo('data/penduduk.csv', (2025, 1, 1, 0, 0, 0)), text([TITLE, [], HEAD] + SHOWN), zipfile.ZIP_DEFLATED)
    case('packed.zip', out.getvalue(), COLS, POP)


if __name__ == '__main__':
    OUT.mkdir(exist_ok=True)
    for group in (csv_forms, around, headers, values, workbooks, others):
        group()
    Path('expected.json').write_text(json.dumps(EXPECTED, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')
    print(len(EXPECTED), 'cases')
