using System.Diagnostics;

namespace Purbalingga.DuckDb.Tests;

public sealed class ConnectionTests : IDisposable
{
    private readonly DuckDatabase _database = DuckDatabase.Open(null, new Dictionary<string, string> { ["threads"] = "2", ["memory_limit"] = "200MB" });
    private readonly DuckConnection _connection;

    public ConnectionTests() => _connection = _database.Connect();

    [Fact]
    public void Should_be_the_version_that_the_lock_file_names() => Assert.Equal("v1.5.6", DuckDatabase.LibraryVersion);

    [Fact]
    public void Should_tell_names_types_and_changed_rows()
    {
        _connection.Execute("create table t (a integer, b decimal(10,2), c json, d varchar[])");

        Assert.Equal(3, _connection.Execute("insert into t (a) values (1), (2), (3)"));
        Assert.Equal(2, _connection.Execute("update t set b = 1 where a > 1"));
        using var result = _connection.Query("select * from t");
        Assert.Equal(["a", "b", "c", "d"], result.Columns.Select(c => c.Name));
        Assert.Equal(["INTEGER", "DECIMAL(10,2)", "JSON", "LIST"], result.Columns.Select(c => c.Type.ToString()));
        Assert.Equal(DuckTypeId.Varchar, result.Columns[3].Type.Parts[0].Type.Id);
    }

    [Theory]
    [InlineData("selec 1", DuckErrorType.Parser)]
    [InlineData("select x", DuckErrorType.Binder)]
    [InlineData("select * from nowhere", DuckErrorType.Catalog)]
    [InlineData("select 'a'::integer", DuckErrorType.Conversion)]
    [InlineData("create table k (a integer primary key); insert into k values (1), (1)", DuckErrorType.Constraint)]
    [InlineData("select repeat('x', 1000000) from range(1000) order by 1", DuckErrorType.OutOfMemory)]
    public void Should_say_what_went_wrong_and_go_on(string sql, DuckErrorType type)
    {
        _connection.Execute("set temp_directory = ''; set preserve_insertion_order = false");

        var error = Assert.Throws<DuckException>(() => _connection.Execute(sql));

        Assert.Equal(type, error.Type);
        Assert.NotEmpty(error.Message);
        Assert.Equal("1", _connection.Scalar("select 1"));
    }

    [Fact]
    public void Should_report_an_error_that_comes_while_rows_are_read()
    {
        using var result = _connection.Query("select case when i = 900000 then error('here') else i end from range(1000000) t(i)");

        var error = Assert.Throws<DuckException>(() =>
        {
            while (result.Next() is { } chunk)
            {
                chunk.Dispose();
            }
        });

        Assert.Contains("here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_stop_when_cancelled_and_go_on_afterwards()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var clock = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => _connection.Execute("select count(*) from range(10000000) a, range(10000000) b where a.range % 7 = b.range % 11", soon.Token)));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal("1", _connection.Scalar("select 1"));
    }

    [Fact]
    public void Should_refuse_settings_and_texts_that_cannot_be()
    {
        Assert.Contains("no_such_setting", Assert.Throws<DuckException>(() => DuckDatabase.Open(null, [new("no_such_setting", "1")])).Message, StringComparison.Ordinal);
        Assert.Throws<DuckException>(() => _connection.Execute("select 1" + '\0'));
        Assert.Throws<DuckException>(() => DuckDatabase.Open("/no/such/folder/file.duckdb"));
    }

    [Fact]
    public void Should_count_statements()
    {
        Assert.Equal(2, _connection.CountStatements("select ';'; select 2 -- ; none"));
        Assert.Equal(0, _connection.CountStatements(""));
        Assert.Equal(DuckErrorType.Parser, Assert.Throws<DuckException>(() => _connection.CountStatements("select (")).Type);
    }

    [Fact]
    public void Should_call_functions_of_ours()
    {
        _connection.Register("balik", text => new string([.. text.Reverse()]));
        _connection.Register("gagal", _ => throw new InvalidOperationException("tidak bisa"));

        Assert.Equal("gnajnap gnay skeT", _connection.Scalar("select balik('Teks yang panjang')"));
        Assert.Null(_connection.Scalar("select balik(null)"));
        Assert.Equal("3000", _connection.Scalar("select count(*) from range(3000) t(i) where balik(balik(i::varchar)) = i::varchar"));
        Assert.Contains("tidak bisa", Assert.Throws<DuckException>(() => _connection.Execute("select gagal('x')")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_read_memory_that_was_given_back()
    {
        using var result = _connection.Query("select 1");
        var chunk = result.Next()!;
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk[0].Int64(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk[0].IsNull(-1));
        chunk.Dispose();

        Assert.Throws<ObjectDisposedException>(() => chunk[0].Int64(0));
        result.Dispose();
        Assert.Throws<ObjectDisposedException>(() => result.RowsChanged);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
