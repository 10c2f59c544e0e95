using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Persistence;

public sealed class WriteTransactionsOnSqlite(SqliteFixture fixture) : WriteTransactionBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class WriteTransactionsOnPostgreSql(PostgreSqlFixture fixture)
    : WriteTransactionBehaviour(fixture), IClassFixture<PostgreSqlFixture>
{
    [Fact]
    public async Task Should_survive_writers_who_lock_two_datasets_in_opposite_order()
    {
        var first = await Write.DatasetAsync(Host);
        var second = await Write.DatasetAsync(Host);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Write.RunAsync(Host, async (context, pending, ct) =>
        {
            foreach (var id in i % 2 == 0 ? [first, second] : new[] { second, first })
            {
                await Write.CountUpAsync(context, id, ct);
                await context.SaveChangesAsync(ct);
            }
        }))));

        Assert.Equal((20, 20), (await Write.CountAsync(Host, first), await Write.CountAsync(Host, second)));
    }

    [Fact]
    public async Task Should_start_again_when_a_title_that_a_document_shows_changed_meanwhile()
    {
        var attempts = 0;

        await Write.RunAsync(Host, async (context, pending, ct) =>
        {
            if (++attempts == 1)
            {
                await Task.Run(() => Write.RunInOtherNodeAsync(Database, (_, other, _) =>
                {
                    other.GroupChanged(Guid.NewGuid().ToString());
                    return Task.CompletedTask;
                }), ct);
            }

            pending.DatasetChanged(Write.Document(context));
        });

        Assert.Equal(2, attempts);
    }
}

/// <summary>The promises of <see cref="WriteTransactions"/> and <see cref="ChangeFeed"/>.</summary>
public abstract class WriteTransactionBehaviour(CatalogFixture fixture)
{
    protected CatalogHost Host { get; } = fixture.Host;

    protected TestDatabase Database { get; } = fixture.Database;

    [Fact]
    public async Task Should_lose_no_edit_when_200_writers_change_one_dataset()
    {
        var id = await Write.DatasetAsync(Host);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Write.RunAsync(Host, (context, _, ct) => Write.CountUpAsync(context, id, ct)))));

        Assert.Equal(200, await Write.CountAsync(Host, id));
    }

    [Fact]
    public async Task Should_lose_no_edit_when_two_nodes_change_one_dataset()
    {
        await using var other = await CatalogHost.StartAsync(Database);
        var id = await Write.DatasetAsync(Host);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(
            () => Write.RunAsync(i % 2 == 0 ? Host : other, (context, _, ct) => Write.CountUpAsync(context, id, ct)))));

        Assert.Equal(60, await Write.CountAsync(Host, id));
    }

    [Fact]
    public async Task Should_number_changes_of_parallel_writers_without_gaps_and_tell_each_node_each_change_once_in_order()
    {
        await using var database = await fixture.CreateDatabaseAsync();
        var (here, there) = (new RecordingFollower(), new RecordingFollower());
        await using var one = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(here));
        await using var two = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(there));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Write.RunAsync(i % 3 == 0 ? two : one, (_, pending, _) =>
        {
            for (var change = 0; change <= i % 4; change++)
            {
                pending.UserChanged($"{i}-{change}");
            }

            return Task.CompletedTask;
        }))));
        await one.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await two.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        await using var context = database.Open();
        var log = await context.Changes.OrderBy(c => c.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 250).Select(n => (long)n), log.Select(c => c.Sequence));
        Assert.Equal(250, (await context.Clocks.SingleAsync()).Value);
        Assert.Equal(log.Select(c => (c.Sequence, c.ObjectId)), here.Seen.Select(c => (c.Sequence, c.ObjectId)));
        Assert.Equal(log.Select(c => (c.Sequence, c.ObjectId)), there.Seen.Select(c => (c.Sequence, c.ObjectId)));
    }

    [Fact]
    public async Task Should_have_told_the_followers_before_it_returns()
    {
        var follower = new RecordingFollower();
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(follower));

        await Write.RunAsync(host, (context, pending, _) =>
        {
            pending.DatasetChanged(Write.Document(context, "sawah"));
            return Task.CompletedTask;
        });

        var change = Assert.Single(follower.Seen);
        Assert.Equal((1, ChangeKind.DatasetChanged, "sawah", 1), (change.Sequence, change.Kind, change.Document!.Name, change.Document.Sequence));
    }

    [Fact]
    public async Task Should_tell_a_node_by_itself_what_another_node_wrote()
    {
        var follower = new RecordingFollower();
        await using var database = await fixture.CreateDatabaseAsync();
        await using var reader = await CatalogHost.StartAsync(
            database, new Dictionary<string, string?> { ["Database:FollowMilliseconds"] = "20" }, s => s.AddSingleton<IChangeFollower>(follower));

        await Write.RunInOtherNodeAsync(database, (_, pending, _) =>
        {
            pending.SettingChanged("ckan.site_title");
            return Task.CompletedTask;
        });

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (follower.Seen.Count == 0)
        {
            await Task.Delay(10, limit.Token);
        }

        Assert.Equal("ckan.site_title", Assert.Single(follower.Seen).ObjectId);
    }

    [Fact]
    public async Task Should_give_a_follower_at_start_what_its_snapshot_lacks()
    {
        await using var database = await fixture.CreateDatabaseAsync();
        await Write.RunInOtherNodeAsync(database, (context, pending, _) =>
        {
            pending.UserChanged("a");
            pending.DatasetChanged(Write.Document(context, "panen"));
            pending.UserChanged("b");
            return Task.CompletedTask;
        });
        var follower = new RecordingFollower { StartsAt = 1 };

        await using var host = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(follower));

        Assert.Equal([2, 3], follower.Seen.Select(c => c.Sequence));
        Assert.Equal("panen", follower.Seen[0].Document!.Name);
    }

    [Fact]
    public async Task Should_give_a_follower_that_failed_the_same_change_again()
    {
        var follower = new RecordingFollower { Failures = 1 };
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(
            database, new Dictionary<string, string?> { ["Database:FollowMilliseconds"] = "60000" }, s => s.AddSingleton<IChangeFollower>(follower));

        await Write.RunAsync(host, (_, pending, _) =>
        {
            pending.UserChanged("a");
            return Task.CompletedTask;
        });
        Assert.Empty(follower.Seen);
        await host.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(1, Assert.Single(follower.Seen).Sequence);
    }

    [Fact]
    public async Task Should_leave_nothing_of_work_that_failed()
    {
        var follower = new RecordingFollower();
        await using var database = await fixture.CreateDatabaseAsync();
        await using var host = await CatalogHost.StartAsync(database, change: s => s.AddSingleton<IChangeFollower>(follower));
        var attempts = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Write.RunAsync(host, async (context, pending, ct) =>
        {
            attempts++;
            context.Groups.Add(new Group { Id = "g", Name = "g", Created = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            pending.GroupChanged("g");
            await context.SaveChangesAsync(ct);
            throw new InvalidOperationException("Changed my mind");
        }));

        await using var after = database.Open();
        Assert.Equal(1, attempts);
        Assert.Equal((false, false, 0L), (await after.Groups.AnyAsync(), await after.Changes.AnyAsync(), (await after.Clocks.SingleAsync()).Value));
        Assert.Empty(follower.Seen);
    }

    [Fact]
    public async Task Should_leave_nothing_of_a_caller_that_went_away()
    {
        var id = await Write.DatasetAsync(Host);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Write.RunAsync(
            Host,
            async (context, _, ct) =>
            {
                await Write.CountUpAsync(context, id, ct);
                await context.SaveChangesAsync(ct);
                await cancellation.CancelAsync();
                ct.ThrowIfCancellationRequested();
            },
            cancellation.Token));

        Assert.Equal(0, await Write.CountAsync(Host, id));
    }

    [Fact]
    public async Task Should_repeat_work_whose_records_another_writer_changed()
    {
        var id = await Write.DatasetAsync(Host);
        var attempts = 0;

        await Write.RunAsync(Host, async (context, _, ct) =>
        {
            await Write.CountUpAsync(context, id, ct);
            if (++attempts < 3)
            {
                await context.Datasets.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Revision, d => d.Revision + 1), ct);
            }
        });

        Assert.Equal((3, 1), (attempts, await Write.CountAsync(Host, id)));
    }

    [Fact]
    public async Task Should_give_up_on_work_that_always_conflicts()
    {
        var id = await Write.DatasetAsync(Host);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Write.RunAsync(Host, async (context, _, ct) =>
        {
            await Write.CountUpAsync(context, id, ct);
            await context.Datasets.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Revision, d => d.Revision + 1), ct);
        }));

        Assert.Equal(0, await Write.CountAsync(Host, id));
    }

    [Fact]
    public async Task Should_let_one_of_many_take_a_name()
    {
        var name = "rebutan-" + Guid.NewGuid().ToString("N");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Write.RunAsync(Host, async (context, pending, ct) =>
                {
                    if (await context.Groups.AnyAsync(g => g.Name == name, ct))
                    {
                        throw new ArgumentException("taken");
                    }

                    var id = Guid.NewGuid().ToString();
                    context.Groups.Add(new Group { Id = id, Name = name, Created = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
                    pending.GroupChanged(id);
                });
                return "made";
            }
            catch (ArgumentException error)
            {
                return error.Message;
            }
        })));

        Assert.Equal((1, 19), (outcomes.Count(o => o == "made"), outcomes.Count(o => o == "taken")));
    }
}

/// <summary>Small pieces of writing work.</summary>
internal static class Write
{
    public static Task RunAsync(CatalogHost host, Func<CatalogContext, PendingChanges, CancellationToken, Task> work, CancellationToken ct = default) =>
        host.Get<WriteTransactions>().RunAsync(
            async (services, token) =>
            {
                await work(services.GetRequiredService<CatalogContext>(), services.GetRequiredService<PendingChanges>(), token);
                return true;
            },
            ct).AsTask();

    public static async Task RunInOtherNodeAsync(TestDatabase database, Func<CatalogContext, PendingChanges, CancellationToken, Task> work)
    {
        await using var node = await CatalogHost.StartAsync(database);
        await RunAsync(node, work);
    }

    /// <summary>A dataset whose notes count.</summary>
    public static async Task<string> DatasetAsync(CatalogHost host)
    {
        var id = Guid.NewGuid().ToString();
        await RunAsync(host, (context, _, _) =>
        {
            context.Datasets.Add(new Dataset { Id = id, Name = "dataset-" + id, Notes = "0" });
            return Task.CompletedTask;
        });
        return id;
    }

    public static async Task CountUpAsync(CatalogContext context, string id, CancellationToken ct)
    {
        var dataset = await context.Datasets.SingleAsync(d => d.Id == id, ct);
        dataset.Notes = (int.Parse(dataset.Notes!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        dataset.Revision++;
    }

    public static async Task<int> CountAsync(CatalogHost host, string id)
    {
        await using var context = await host.Get<IDbContextFactory<CatalogContext>>().CreateDbContextAsync();
        return int.Parse(await context.Datasets.Where(d => d.Id == id).Select(d => d.Notes!).SingleAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>A deleted dataset's document, which the index has no use for.</summary>
    public static DatasetDocument Document(CatalogContext context, string? name = null)
    {
        var id = Guid.NewGuid().ToString();
        var document = new DatasetDocument { Id = id, Name = name ?? id, State = RecordState.Deleted, Json = "{}"u8.ToArray() };
        context.Documents.Add(document);
        return document;
    }
}
