namespace Purbalingga.Samples.Sets;

/// <summary>The made-up budget that the tables of Bakeuda share; amounts in rupiah, multiples of 1,000.</summary>
internal static class Budget
{
    public const string PropertyTax = "Pajak Bumi dan Bangunan Perdesaan dan Perkotaan (PBB-P2)";

    /// <summary>Lines of income and spending of 2025: kind, group, line, planned amount in millions, share realised.</summary>
    private static readonly (string Kind, string Group, string Line, int Millions, double Low, double High)[] Lines =
    [
        ("Pendapatan", "Pendapatan Asli Daerah", PropertyTax, 31_500, 0.97, 1.02),
        ("Pendapatan", "Pendapatan Asli Daerah", "Pajak Daerah Lainnya", 158_000, 0.95, 1.05),
        ("Pendapatan", "Pendapatan Asli Daerah", "Retribusi Daerah", 236_000, 0.92, 1.03),
        ("Pendapatan", "Pendapatan Asli Daerah", "Hasil Pengelolaan Kekayaan Daerah yang Dipisahkan", 14_200, 0.98, 1.01),
        ("Pendapatan", "Pendapatan Asli Daerah", "Lain-lain Pendapatan Asli Daerah yang Sah", 18_900, 0.90, 1.15),
        ("Pendapatan", "Pendapatan Transfer", "Dana Alokasi Umum", 912_000, 0.99, 1.0),
        ("Pendapatan", "Pendapatan Transfer", "Dana Alokasi Khusus", 356_000, 0.93, 0.99),
        ("Pendapatan", "Pendapatan Transfer", "Dana Bagi Hasil", 48_500, 0.95, 1.06),
        ("Pendapatan", "Pendapatan Transfer", "Dana Desa", 221_000, 0.99, 1.0),
        ("Pendapatan", "Pendapatan Transfer", "Transfer Antardaerah", 121_000, 0.92, 1.02),
        ("Belanja", "Belanja Operasi", "Belanja Pegawai", 832_000, 0.94, 0.98),
        ("Belanja", "Belanja Operasi", "Belanja Barang dan Jasa", 588_000, 0.91, 0.97),
        ("Belanja", "Belanja Operasi", "Belanja Hibah", 66_000, 0.95, 0.99),
        ("Belanja", "Belanja Operasi", "Belanja Bantuan Sosial", 12_400, 0.90, 0.98),
        ("Belanja", "Belanja Modal", "Belanja Modal", 238_000, 0.90, 0.97),
        ("Belanja", "Belanja Tidak Terduga", "Belanja Tidak Terduga", 9_500, 0.35, 0.75),
        ("Belanja", "Belanja Transfer", "Belanja Bantuan Keuangan kepada Desa", 412_000, 0.98, 1.0),
    ];

    public static IReadOnlyList<BudgetLine> Of(int year) =>
        [.. Lines.Select(l =>
        {
            var draw = new Draw($"apbd/{l.Line}/{year}");
            var growth = 1 - ((2025 - year) * new Draw("apbd/" + l.Line).Between(0.015, 0.045));
            var planned = (long)(l.Millions * growth * 1000) * 1000;
            return new BudgetLine(l.Kind, l.Group, l.Line, planned, (long)(planned / 1000 * draw.Between(l.Low, l.High)) * 1000);
        })];

    /// <summary>Spending of 2025 by agency: shares of all spending but that of the villages, which the finance board passes on.</summary>
    public static IReadOnlyList<AgencySpending> ByAgency()
    {
        (string Org, double Weight)[] weights =
        [
            ("dindikbud", 640), ("dinkes", 238), ("rsud-goeteng", 176), ("dpupr", 152), ("setda", 78), ("bakeuda", 62), ("dinrumkim", 38), ("dinsosdaldukkb3a", 36),
            ("dinpertan", 34), ("dlh", 33), ("dinkominfo", 24), ("dinhub", 27), ("dinporapar", 29), ("dinperindag", 22), ("satpol-pp", 20), ("bappelitbangda", 19),
            ("bkpsdm", 17), ("disdukcapil", 16), ("dinnaker", 13), ("dpmptsp", 12), ("dinkopukm", 11), ("bpbd", 11), ("dinarpus", 9), ("kecamatan-bobotsari", 6),
        ];
        var lines = Of(2025).Where(l => l.Kind == "Belanja").ToList();
        var villages = lines.Single(l => l.Group == "Belanja Transfer");
        var rest = lines.Where(l => l != villages).ToList();
        // The seventeen other kecamatan, DPRD secretariat and inspectorate are one row: they hold no sample data.
        var all = weights.Select(w => w.Weight * new Draw("belanja/" + w.Org).Between(0.95, 1.05)).Append(150).ToList();
        var planned = Shares.Of(rest.Sum(l => l.Planned) / 1000, all);
        var realised = Shares.Of(rest.Sum(l => l.Realised) / 1000, [.. planned.Select((p, i) => p * new Draw("serapan/" + i.ToString(Tables.Numbers.Plain)).Between(0.97, 1.03))]);
        return
        [
            .. weights.Select((w, i) => new AgencySpending(w.Org, planned[i] * 1000, realised[i] * 1000)),
            new AgencySpending("Perangkat daerah lainnya", planned[^1] * 1000, realised[^1] * 1000),
            new AgencySpending("Transfer kepada desa (PPKD)", villages.Planned, villages.Realised),
        ];
    }
}
