using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Street lights and vehicle tests.</summary>
internal static class Dinhub
{
    private const string Org = "dinhub";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Lights(regency);
        yield return VehicleTests();
    }

    private static SampleDataset Lights(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jumlah_lampu lampu_menyala lampu_rusak persentase_menyala tahun",
            regency.Kecamatan.Select(k =>
            {
                var draw = new Draw("pju/" + k.Code);
                var all = (long)(regency.People(k, 2025) * draw.Between(0.010, 0.017) * (k.Name == "Purbalingga" ? 2.2 : 1));
                var broken = (long)(all * draw.Between(0.04, 0.16));
                return (object?[])[.. Kit.Head(k), all, all - broken, broken, Numbers.Percent(all - broken, all), 2025];
            }));
        return new(Org, "penerangan-jalan-umum-2025", "Penerangan Jalan Umum Menurut Kecamatan dan Keadaannya, 2025")
        {
            Notes = "Jumlah lampu penerangan jalan umum yang menyala dan yang rusak di setiap kecamatan pada akhir 2025.",
            Theme = Themes.Development,
            Tags = ["PJU", "penerangan jalan", "perhubungan"],
            Concept = "Penerangan jalan umum", Definition = "Lampu yang dipasang pemerintah daerah untuk menerangi jalan.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Kecamatan; keadaan", Schedule = "Semesteran", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("penerangan-jalan-umum-2025", "Penerangan jalan umum 2025", "18 kecamatan.", table)],
        };
    }

    private static SampleDataset VehicleTests()
    {
        (string Kind, int Size)[] kinds = [("Mobil bus", 74), ("Mobil barang", 612), ("Mobil penumpang umum", 41), ("Kereta tempelan", 12)];
        var table = Table.Of(
            "tahun bulan nama_bulan jenis_kendaraan jumlah_diuji jumlah_lulus jumlah_tidak_lulus satuan",
            from year in Kit.Years(2024, 2025)
            from month in Kit.Months
            from kind in kinds
            let draw = new Draw($"kir/{year}/{month.Number}/{kind.Kind}")
            let tested = (long)(kind.Size * draw.Between(0.85, 1.15))
            let failed = (long)(tested * draw.Between(0.03, 0.12))
            select (object?[])[year, month.Number, month.Name, kind.Kind, tested, tested - failed, failed, "kendaraan"]);
        return new(Org, "uji-berkala-kendaraan-2024-2025", "Hasil Uji Berkala Kendaraan Bermotor Menurut Bulan, 2024–2025")
        {
            Notes = "Jumlah kendaraan angkutan yang menjalani uji berkala dan hasilnya. Diuji = lulus + tidak lulus.",
            Theme = Themes.Development,
            Tags = ["uji kir", "kendaraan", "perhubungan", "keselamatan"],
            Concept = "Uji berkala kendaraan", Definition = "Pemeriksaan berkala kelaikan jalan kendaraan angkutan orang dan barang.",
            Measure = "Jumlah", Unit = "Kendaraan", Classification = "Bulan; jenis kendaraan", Schedule = "Bulanan", Years = "2024-2025",
            Resources = [Kit.Csv("uji-berkala-kendaraan-2024-2025", "Uji berkala kendaraan 2024–2025", "96 baris.", table)],
        };
    }
}
