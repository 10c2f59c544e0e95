namespace Purbalingga.DuckDb.Tests;

/// <summary>Every type comes out of the library as it went in.</summary>
public sealed class ValueTests : IDisposable
{
    private readonly DuckDatabase _database = DuckDatabase.Open(null);
    private readonly DuckConnection _connection;

    public ValueTests() => _connection = _database.Connect();

    [Theory]
    [InlineData("true")]
    [InlineData("(-128)::tinyint")]
    [InlineData("(-32768)::smallint")]
    [InlineData("(-2147483648)::integer")]
    [InlineData("(-9223372036854775808)::bigint")]
    [InlineData("255::utinyint")]
    [InlineData("65535::usmallint")]
    [InlineData("4294967295::uinteger")]
    [InlineData("18446744073709551615::ubigint")]
    [InlineData("170141183460469231731687303715884105727::hugeint")]
    [InlineData("(-170141183460469231731687303715884105727)::hugeint")]
    [InlineData("340282366920938463463374607431768211455::uhugeint")]
    [InlineData("(-1.25)::decimal(4,2)")]
    [InlineData("0.05::decimal(9,2)")]
    [InlineData("123456789012.345678::decimal(18,6)")]
    [InlineData("(-12345678901234567890123456789012.123456)::decimal(38,6)")]
    [InlineData("'teks'")]
    [InlineData("'dua belas b.'")]
    [InlineData("'tiga belas b.'")]
    [InlineData("'Kecamatan Bobotsari, sebuah teks yang panjang: é€𝄞'")]
    [InlineData("''")]
    [InlineData("date '2026-02-28'")]
    [InlineData("date '0001-01-01'")]
    [InlineData("date '9999-12-31'")]
    [InlineData("date '1600-02-29'")]
    [InlineData("date '0044-03-15 (BC)'")]
    [InlineData("date 'infinity'")]
    [InlineData("time '23:59:59.123456'")]
    [InlineData("time '00:00:00'")]
    [InlineData("timestamp '1969-12-31 23:59:59.5'")]
    [InlineData("timestamp '2026-11-24 18:40:00'")]
    [InlineData("timestamp '290000-12-31 01:02:03.000004'")]
    [InlineData("timestamp '-infinity'")]
    [InlineData("timestamp_s '2026-11-24 18:40:00'")]
    [InlineData("timestamp_ms '2026-11-24 18:40:00.123'")]
    [InlineData("timestamp_ns '2026-11-24 18:40:00.123456'")]
    [InlineData("timetz '12:30:00+05:30'")]
    [InlineData("timetz '12:30:00-07'")]
    [InlineData("interval '14 months 3 days 4 hours 5.5 seconds'")]
    [InlineData("interval '0 days'")]
    [InlineData("'0f0e0d0c-0b0a-4908-8706-050403020100'::uuid")]
    [InlineData("'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")]
    [InlineData("'b'::enum('a', 'b')")]
    [InlineData("bitstring('10110', 13)")]
    public void Should_read_what_the_cast_to_text_writes(string expression)
    {
        using var result = _connection.Query($"select {expression}, ({expression})::varchar");
        using var chunk = result.Next()!;

        Assert.False(chunk[0].IsNull(0));
        Assert.Equal(chunk[1].Text(0), chunk[0].Text(0));
        Assert.Null(result.Next());
    }

    [Theory]
    [InlineData("[1, null, 3]", "[1,null,3]")]
    [InlineData("{'a': 1, 'b': ['x', 'y']}", """{"a":1,"b":["x","y"]}""")]
    [InlineData("map {'k': 1.5, 'm': null}", """{"k":1.5,"m":null}""")]
    [InlineData("array_value(1, 2)", "[1,2]")]
    [InlineData("union_value(n := 5)", "5")]
    [InlineData("""'{"a": [1, 2]}'::json""", """{"a": [1, 2]}""")]
    [InlineData("'nan'::double", "\"NaN\"")]
    [InlineData("null::integer[]", "null")]
    [InlineData("date '2026-01-02'", "\"2026-01-02\"")]
    [InlineData("[{'t': timestamp '2026-01-02 03:04:05'}]", """[{"t":"2026-01-02 03:04:05"}]""")]
    public void Should_write_values_as_json(string expression, string json)
    {
        using var result = _connection.Query($"select {expression}");
        using var chunk = result.Next()!;

        Assert.Equal(json, chunk[0].Json(0));
    }

    [Fact]
    public void Should_read_nested_values_of_each_row()
    {
        using var result = _connection.Query("select [i, i + 1] from range(5000) t(i)");
        var row = 0;
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var i = 0; i < chunk.Count; i++, row++)
                {
                    Assert.Equal($"[{row},{row + 1}]", chunk[0].Json(i));
                }
            }
        }

        Assert.Equal(5000, row);
    }

    [Fact]
    public void Should_bind_and_give_back_values()
    {
        using var statement = _connection.Prepare(
            "select $1::boolean, $2::bigint, $3::double, $4::varchar, $5::date, $6::time, $7::timestamp, $8::decimal(20,3), $9::hugeint, $10::integer, $11::blob");
        Assert.Equal(11, statement.ParameterCount);
        statement.Bind(1, true);
        statement.Bind(2, long.MinValue);
        statement.Bind(3, 0.1);
        statement.Bind(4, "é" + '\0' + "x");
        statement.BindDate(5, 20_000);
        statement.BindTime(6, 1);
        statement.BindTimestamp(7, -1);
        statement.Bind(8, (Int128)(-1234), 20, 3);
        statement.Bind(9, Int128.MinValue + 1);
        statement.BindNull(10);
        statement.Bind(11, new byte[] { 0, 255 }.AsSpan());

        using var result = statement.Query();
        using var chunk = result.Next()!;

        Assert.True(chunk[0].Boolean(0));
        Assert.Equal(long.MinValue, chunk[1].Int64(0));
        Assert.Equal(0.1, chunk[2].Double(0));
        Assert.Equal("é" + '\0' + "x", chunk[3].Text(0));
        Assert.Equal(20_000, chunk[4].Int64(0));
        Assert.Equal(1, chunk[5].Int64(0));
        Assert.Equal(-1, chunk[6].Microseconds(0));
        Assert.Equal("-1.234", chunk[7].Text(0));
        Assert.Equal(Int128.MinValue + 1, chunk[8].Int128(0));
        Assert.True(chunk[9].IsNull(0));
        Assert.Equal("\\x00ff", chunk[10].Text(0));
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
