using Purbalingga.Catalog.Regions;

namespace Purbalingga.DataStore.Tests.Loading;

/// <summary>Official codes of the regency in both systems.</summary>
public sealed class RegionCodesTests
{
    private readonly RegionCodes _codes = new();

    [Fact]
    public void Should_know_every_district_and_village()
    {
        Assert.Equal((1, 18, 224, 15), (Count("kabupaten"), Count("kecamatan"), Count("desa"), Count("kelurahan")));
        Assert.All(_codes.All.Where(r => r.Level == "kecamatan"), r => Assert.Matches("^3303[0-9]{3}$", r.Bps));

        int Count(string level) => _codes.All.Count(r => r.Level == level);
    }

    [Theory]
    [InlineData("33.03.01", null, RegionFinding.Known, "Kemangkon")]
    [InlineData("330301", RegionSystem.Kemendagri, RegionFinding.Known, "Kemangkon")]
    [InlineData("3303010", RegionSystem.Bps, RegionFinding.Known, "Kemangkon")]
    [InlineData("3303010", RegionSystem.Kemendagri, RegionFinding.OtherSystem, "Kemangkon")]
    [InlineData("33.03.16", RegionSystem.Bps, RegionFinding.OtherSystem, "Pengadegan")]
    [InlineData("3303040", null, RegionFinding.Known, "Pengadegan")]
    [InlineData("3303040003", RegionSystem.Bps, RegionFinding.Known, "Pengadegan")]
    [InlineData("33.03.01.2001", null, RegionFinding.Known, "Kedungbenda")]
    [InlineData("3303", null, RegionFinding.Known, "Kabupaten Purbalingga")]
    [InlineData("33.03.19", null, RegionFinding.Unknown, null)]
    [InlineData("33.04.01", null, RegionFinding.Elsewhere, null)]
    [InlineData("33", null, RegionFinding.Elsewhere, null)]
    [InlineData("330", null, RegionFinding.NoCode, null)]
    [InlineData("Kemangkon", null, RegionFinding.NoCode, null)]
    public void Should_tell_what_a_code_is(string code, RegionSystem? system, RegionFinding finding, string? name)
    {
        var (found, region) = _codes.Find(code, system);
        Assert.Equal((finding, name), (found, region?.Name));
    }
}
