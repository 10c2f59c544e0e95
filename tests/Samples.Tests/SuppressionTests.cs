using System.Globalization;
using static Purbalingga.Samples.Tests.SampleFiles;

namespace Purbalingga.Samples.Tests;

/// <summary>No figure of so few people that one could tell who they are, nor one that the total gives away.</summary>
public sealed class SuppressionTests
{
    private const int Threshold = 5;
    private const string Attendance = "bkpsdm/rekap-presensi-opd-2025/rekap-presensi-opd-2025.csv";

    [Fact]
    public void Should_blank_small_groups_and_never_a_single_one_of_a_month()
    {
        var rows = Csv(Attendance);
        Assert.Contains(rows, r => r["pegawai_pernah_terlambat"].Length == 0);
        Assert.All(rows, r => Assert.Equal(r["pegawai_pernah_terlambat"].Length == 0, r["keterangan"] == "disamarkan"));
        Assert.All(rows.Where(r => r["keterangan"].Length == 0), r =>
            Assert.InRange(Number(r["pegawai_pernah_terlambat"]), Threshold, Number(r["jumlah_pegawai"]) - Threshold));
        Assert.All(rows.GroupBy(r => r["bulan"]), g => Assert.NotEqual(1, g.Count(r => r["keterangan"].Length > 0)));
    }

    [Fact]
    public void Should_leave_more_than_one_answer_to_who_was_late_in_what_is_blank()
    {
        var totals = Csv("bkpsdm/rekap-presensi-opd-2025/rekap-presensi-kabupaten-2025.csv").ToDictionary(r => r["bulan"], r => Number(r["pegawai_pernah_terlambat"]));
        Assert.All(Csv(Attendance).GroupBy(r => r["bulan"]), g =>
        {
            var blank = g.Where(r => r["keterangan"].Length > 0).ToList();
            var left = totals[g.Key] - g.Except(blank).Sum(r => Number(r["pegawai_pernah_terlambat"]));
            Assert.InRange(left, blank.Count == 0 ? 0 : 1, blank.Sum(r => Number(r["jumlah_pegawai"])));
        });
    }

    [Fact]
    public void Should_count_the_staff_that_the_staff_table_counts()
    {
        var staff = Csv("bkpsdm/jumlah-pegawai-opd-2025/jumlah-pegawai-opd-2025.csv").GroupBy(r => r["kode_opd"]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_pegawai"])));
        Assert.All(Csv(Attendance), r => Assert.Equal(staff[r["kode_opd"]], Number(r["jumlah_pegawai"])));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
