using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Tables.Tests.Support;

namespace Purbalingga.Tables.Tests.Writing;

public sealed class GeoJsonTests
{
    [Theory]
    [InlineData("nama,Lintang,Bujur\nA,-7.38,109.36\nB,,\n")]
    [InlineData("nama,Latitude,LONG\nA,-7.38,109.36\nB,,\n")]
    [InlineData("nama;koordinat_y;koordinat_x\nA;-7,38;109,36\nB;;\n")]
    public async Task Should_make_points_of_coordinates(string csv)
    {
        var json = JsonNode.Parse(await ConvertAsync(csv))!;
        var features = json["features"]!.AsArray();
        Assert.Equal("FeatureCollection", (string?)json["type"]);
        Assert.Equal("""{"type":"Point","coordinates":[109.36,-7.38]}""", features[0]!["geometry"]!.ToJsonString());
        Assert.Equal("A", (string?)features[0]!["properties"]!["nama"]);
        Assert.Equal(3, features[0]!["properties"]!.AsObject().Count);
        Assert.Null(features[1]!["geometry"]);
        Assert.Equal("Feature", (string?)features[1]!["type"]);
    }

    [Fact]
    public async Task Should_give_features_back_as_they_came()
    {
        var json = JsonNode.Parse(await ConvertAsync("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","geometry":{"type":"LineString","coordinates":[[109.1,-7.1],[109.2,-7.2]]},"properties":{"nama":"Batas"}},
              {"type":"Feature","geometry":null,"properties":{"nama":"Tanpa tempat"}}]}
            """))!;
        Assert.Equal("""{"type":"LineString","coordinates":[[109.1,-7.1],[109.2,-7.2]]}""", json["features"]![0]!["geometry"]!.ToJsonString());
        Assert.Equal("""{"nama":"Batas"}""", json["features"]![0]!["properties"]!.ToJsonString());
        Assert.Null(json["features"]![1]!["geometry"]);
    }

    [Theory]
    [InlineData("nama,jumlah\nA,1\n")]
    [InlineData("nama,x,y\nA,310250,9183300\n")]
    [InlineData("nama,x,y\nA,10,20\nB,310250,9183300\n")]
    [InlineData("nama,lat,long\nA,0,0\n")]
    [InlineData("nama,geom\nA,POINT(1 2)\n")]
    [InlineData("nama,lat,long\nA,-91,10\n")]
    public async Task Should_refuse_tables_without_places(string csv)
    {
        var target = new MemoryStream();
        var error = await Assert.ThrowsAsync<TableWriteException>(() => TableConversion.ConvertAsync(Bytes.Utf8(csv), TargetFormat.GeoJson, target));
        Assert.Contains("koordinat", error.Text.Indonesian, StringComparison.Ordinal);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task Should_write_more_rows_than_are_looked_at()
    {
        var csv = "lat,lon\n" + string.Concat(Enumerable.Range(0, 2500).Select(i => $"-7.{i:0000},109.5\n"));
        var features = JsonNode.Parse(await ConvertAsync(csv))!["features"]!.AsArray();
        Assert.Equal(2500, features.Count);
        Assert.Equal("""{"type":"Point","coordinates":[109.5,-7.2499]}""", features[2499]!["geometry"]!.ToJsonString());
    }

    private static async Task<string> ConvertAsync(string source)
    {
        var target = new MemoryStream();
        await TableConversion.ConvertAsync(Bytes.Utf8(source), TargetFormat.GeoJson, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
