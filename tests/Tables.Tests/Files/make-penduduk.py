# Makes penduduk.fods: an untidy official sheet with merged title and header, vertical merges, dates, percent, booleans, hidden sheet.
def cell(v=None, t=None, style=None, cols=1, rows=1, n=1):
    a=''
    if style: a+=f' table:style-name="{style}"'
    if cols>1: a+=f' table:number-columns-spanned="{cols}"'
    if rows>1: a+=f' table:number-rows-spanned="{rows}"'
    if v is None:
        return f'<table:table-cell{a}/>'
    if t=='float': return f'<table:table-cell{a} office:value-type="float" office:value="{v}"><text:p>{v}</text:p></table:table-cell>'
    if t=='pct': return f'<table:table-cell{a} office:value-type="percentage" office:value="{v}"><text:p>{v}</text:p></table:table-cell>'
    if t=='date': return f'<table:table-cell{a} office:value-type="date" office:date-value="{v}"><text:p>{v}</text:p></table:table-cell>'
    if t=='bool': return f'<table:table-cell{a} office:value-type="boolean" office:boolean-value="{v}"><text:p>{v}</text:p></table:table-cell>'
    if t=='formula': return f'<table:table-cell{a} table:formula="{v}" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>'
    if t=='err': return f'<table:table-cell{a} table:formula="{v}" office:value-type="string" office:string-value=""><text:p>#N/A</text:p></table:table-cell>'
    return f'<table:table-cell{a} office:value-type="string"><text:p>{v}</text:p></table:table-cell>'
cov='<table:covered-table-cell/>'
def row(*c): return '<table:table-row>'+''.join(c)+'</table:table-row>'
rows=[]
rows.append(row(cell('JUMLAH PENDUDUK DAN KEPALA KELUARGA',cols=9),*[cov]*8))
rows.append(row(cell('KABUPATEN PURBALINGGA, DATA CONTOH',cols=9),*[cov]*8))
rows.append(row(cell()))
rows.append(row(cell('No',rows=2),cell('Wilayah',rows=2),cell('Kode',rows=2),cell('Penduduk',cols=3),cov,cov,cell('Persentase',rows=2),cell('Tanggal Data',rows=2),cell('Terverifikasi',rows=2)))
rows.append(row(cov,cov,cov,cell('Laki-laki'),cell('Perempuan'),cell('Jumlah'),cov,cov,cov))
rows.append(row(*[cell(f'({i})') for i in range(1,10)]))
d=[('Timur','0301',31234,30987,0.253,'2024-12-31','true'),('Timur','0302',38112,37450,0.307,'2024-12-30','false'),('Barat','0303',25001,24899,0.2025,'2024-12-31','true'),('Barat','0304',34500,33120,0.2375,'2024-12-29','true')]
for i,(w,k,l,p,pc,t,b) in enumerate(d):
    r=i+7
    first=i%2==0
    rows.append(row(cell(i+1,'float'),cell(w,rows=2) if first else cov,cell(k),cell(l,'float'),cell(p,'float'),cell(f'of:=[.D{r}]+[.E{r}]','formula'),cell(pc,'pct','pct'),cell(t,'date','dat'),cell(b,'bool','boo')))
rows.append(row(cell('Jumlah',cols=3),cov,cov,cell('of:=SUM([.D7:.D10])','formula'),cell('of:=SUM([.E7:.E10])','formula'),cell('of:=SUM([.F7:.F10])','formula'),cell(1,'pct','pct'),cell(),cell()))
rows.append(row(cell()))
rows.append(row(cell('Sumber: Data contoh, bukan angka resmi')))
rows.append(row(cell()))
rows.append(row(*[cell()]*6,cell('Purbalingga, 2 Januari 2025')))
rows.append(row(*[cell()]*6,cell('Kepala Dinas Contoh')))
rows.append(row(cell()))
rows.append(row(*[cell()]*6,cell('NAMA CONTOH')))
rows.append(row(*[cell()]*6,cell('NIP. 190001011900011001')))
lst=row(cell('kode'),cell('nama'))+row(cell('1','float'),cell('rahasia'))
ok=row(cell('kunci'),cell('nilai'),cell('galat'))+row(cell('a'),cell('1.5','float'),cell('of:=NA()','err'))+row(cell('b'),cell('2.5','float'),cell('of:=1/0','err'))
doc=f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N2"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:boolean-style style:name="N3"><number:boolean/></number:boolean-style>
<style:style style:name="pct" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="dat" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="boo" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Penduduk">{''.join(rows)}</table:table>
<table:table table:name="Rahasia" table:style-name="hid">{lst}</table:table>
<table:table table:name="Lain">{ok}</table:table>
</office:spreadsheet></office:body></office:document>'''
open('penduduk.fods','w').write(doc)
