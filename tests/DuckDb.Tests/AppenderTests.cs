namespace Purbalingga.DuckDb.Tests;

public sealed class AppenderTests : IDisposable
{
    private const string Table = "create table t (a bigint, b integer, c smallint, d double, e boolean, f varchar, g decimal(4,1), h decimal(30,2), i date, j timestamp, k json)";

    private readonly DuckDatabase _database = DuckDatabase.Open(null);
    private readonly DuckConnection _connection;

    public AppenderTests() => (_connection = _database.Connect()).Execute(Table);

    [Fact]
    public void Should_append_rows_over_many_chunks()
    {
        using (var appender = _connection.Append("t"))
        {
            for (var row = 0; row < 10_000; row++)
            {
                appender.Set(0, row);
                appender.Set(1, -row);
                appender.Set(2, row % 100);
                appender.Set(3, row / 2.0);
                appender.Set(4, row % 2 == 0);
                appender.Set(5, row % 3 == 0 ? $"baris {row}" : $"sebuah baris yang panjang: {row} é");
                appender.Set(6, row % 1000);
                appender.Set(7, (Int128)row * 1_000_000_000_000);
                appender.Set(8, row);
                if (row % 7 == 0)
                {
                    appender.SetNull(9);
                }
                else
                {
                    appender.Set(9, row * 1_000_000L);
                }

                appender.Set(10, "{}");
                appender.EndRow();
            }

            appender.Complete();
        }

        Assert.Equal("0", _connection.Scalar("""
            select count(*) from t where not coalesce(
                b = -a and c = a % 100 and d = a / 2.0 and e = (a % 2 = 0)
                and f = case when a % 3 = 0 then 'baris ' || a else 'sebuah baris yang panjang: ' || a || ' é' end
                and g = (a % 1000) / 10.0 and h = a::hugeint * 10000000000 and i = date '1970-01-01' + a::integer and k = '{}'::json
                and case when a % 7 = 0 then j is null else epoch(j) = a end, false)
            """));
        Assert.Equal("10000", _connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Should_leave_unset_cells_null_and_throw_away_what_is_not_completed()
    {
        using (var appender = _connection.Append("t"))
        {
            appender.Set(0, 1);
            appender.EndRow();
        }

        Assert.Equal("0", _connection.Scalar("select count(*) from t"));
        using (var appender = _connection.Append("t"))
        {
            appender.EndRow();
            appender.Complete();
        }

        Assert.Equal("1", _connection.Scalar("select count(*) from t where a is null and f is null and k is null"));
    }

    [Fact]
    public void Should_refuse_values_of_another_type()
    {
        using var appender = _connection.Append("t");

        Assert.Throws<OverflowException>(() => appender.Set(1, long.MaxValue));
        Assert.Throws<OverflowException>(() => appender.Set(6, 100_000));
        Assert.Throws<DuckException>(() => appender.Set(5, 1L));
        Assert.Throws<DuckException>(() => appender.Set(0, "teks"));
        Assert.Throws<DuckException>(() => appender.Set(0, 1.5));
        Assert.Throws<DuckException>(() => _connection.Append("nowhere"));
    }

    [Fact]
    public void Should_report_rows_that_a_key_refuses()
    {
        _connection.Execute("create table k (a bigint primary key)");
        using var appender = _connection.Append("k");
        appender.Set(0, 1);
        appender.EndRow();
        appender.Set(0, 1);
        appender.EndRow();

        Assert.Equal(DuckErrorType.Constraint, Assert.Throws<DuckException>(appender.Complete).Type);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
