using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Sql;

/// <summary>
/// A corpus of hostile SQL for every engine, sent as somebody who is not signed in: what is marked <c>refused</c> must be refused by a clear answer, what is marked <c>harmless</c>
/// may be answered, and whatever comes, no secret comes with it and nothing changes.
/// </summary>
public abstract class AttackContract : IAsyncLifetime
{
    private const string Secret = "RAHASIA-7731";
    private TestDatabase? _database;
    private CatalogHost? _host;
    private string _public = "";
    private string _private = "";

    private CatalogHost Host => _host!;

    /// <summary>Value of the setting <c>DataStore:Engine</c>.</summary>
    protected abstract string Engine { get; }

    /// <summary>Records that the engine goes with.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        _host = await CatalogHost.StartAsync(_database, new Dictionary<string, string?> { ["DataStore:Engine"] = Engine, ["DataStore:MaxSeconds"] = "1" });
        await Host.AsSysadminAsync("organization_create", new { name = "opd-serangan" });
        _public = await TableAsync("umum", false, new { kode = "33.03.01", kecamatan = "Mrebet" }, "umum_alias");
        _private = await TableAsync("tertutup", true, new { isi = Secret }, "rahasia_alias");
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task Should_refuse_or_be_harmless()
    {
        var wrong = new List<string>();
        var attacks = Attacks().ToList();
        Assert.True(attacks.Count(a => a.Refused) >= 300, "The corpus is too small");
        foreach (var (refused, sql) in attacks)
        {
            var answer = await TryAsync(sql.Replace("{public}", _public, StringComparison.Ordinal).Replace("{private}", _private, StringComparison.Ordinal));
            if ((refused && answer.Answered) || answer.Text.Contains(Secret, StringComparison.Ordinal) || answer.Unexpected)
            {
                wrong.Add($"{sql} => {answer.Text[..Math.Min(200, answer.Text.Length)]}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var tables = await Host.Get<IDataStore>().ListAsync(CancellationToken.None);
        Assert.Equal(4, tables.Count);
        var rows = await Host.AsAnonymousAsync("datastore_search", new { resource_id = _public });
        Assert.Equal("33.03.01", (string?)rows!["records"]![0]!["kode"]);
        Assert.Equal(1, (int)rows["total"]!);
    }

    [Fact]
    public async Task Should_let_those_read_private_tables_who_may()
    {
        var answer = await Host.AsSysadminAsync("datastore_search_sql", new { sql = $"SELECT isi FROM \"{_private}\"" });
        Assert.Equal(Secret, (string?)answer!["records"]![0]!["isi"]);
    }

    private async Task<(bool Answered, bool Unexpected, string Text)> TryAsync(string sql)
    {
        try
        {
            return (true, false, (await Host.AsAnonymousAsync("datastore_search_sql", new { sql }))!.ToJsonString());
        }
        catch (InvalidException error)
        {
            return (false, false, error.Errors.ToJsonString());
        }
        catch (Exception error) when (error is NotAuthorizedException or NotFoundException)
        {
            return (false, false, error.Message);
        }
        catch (Exception error)
        {
            return (false, true, error.ToString());
        }
    }

    private static IEnumerable<(bool Refused, string Sql)> Attacks()
    {
        using var reader = new StreamReader(typeof(AttackContract).Assembly.GetManifestResourceStream("attacks.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t', 2);
            yield return (parts[0] == "refused", parts[1].Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }

    private async Task<string> TableAsync(string name, bool isPrivate, object record, string alias)
    {
        await Host.AsSysadminAsync("package_create", new JsonObject { ["name"] = name, ["owner_org"] = "opd-serangan", ["private"] = isPrivate });
        var made = await Host.AsSysadminAsync("datastore_create", new { resource = new { package_id = name }, records = new[] { record }, aliases = alias });
        return (string)made!["resource_id"]!;
    }
}
