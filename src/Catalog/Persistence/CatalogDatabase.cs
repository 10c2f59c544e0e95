using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Persistence;

/// <summary>The database of the records as a whole: making, migrating and emptying it.</summary>
public sealed class CatalogDatabase(IDbContextFactory<CatalogContext> contexts, WriteTransactions transactions, TimeProvider clock)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    /// <summary>True when there is a database, of whatever version.</summary>
    public async Task<bool> ExistsAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct);
    }

    /// <summary>Migrations of this version that the database lacks, oldest first; all of them when there is none.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return [.. await context.Database.GetPendingMigrationsAsync(ct)];
    }

    /// <summary>Makes the database if there is none and brings it to this version's form. Waits while another process does so.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var turn = await SqliteTurnAsync(context, ct);
        string[] pending = [.. await context.Database.GetPendingMigrationsAsync(ct)];
        if (pending.Length > 0)
        {
            await context.Database.MigrateAsync(ct);
        }

        return pending;
    }

    /// <summary>
    /// Empties everything but one user and one of its tokens. The change log goes on, with one entry that makes every follower start anew.
    /// </summary>
    /// <param name="userId">Id of the user that stays.</param>
    /// <param name="tokenId">Id (<c>jti</c>) of the token that stays; null keeps none.</param>
    public async Task ClearAsync(string userId, string? tokenId, CancellationToken ct) =>
        await transactions.RunAsync(
            async (services, token) =>
            {
                var context = services.GetRequiredService<CatalogContext>();
                foreach (var table in DependentsFirst(context.Model))
                {
                    await EmptyAsync(context, table, userId, tokenId, token);
                }

                services.GetRequiredService<PendingChanges>().Reset();
                return true;
            },
            ct);

    private static async Task EmptyAsync(CatalogContext context, IEntityType table, string userId, string? tokenId, CancellationToken ct)
    {
        if (table.ClrType == typeof(User))
        {
            await context.Users.Where(u => u.Id != userId).ExecuteDeleteAsync(ct);
        }
        else if (table.ClrType == typeof(ApiToken))
        {
            await context.ApiTokens.Where(t => t.Id != tokenId || t.UserId != userId).ExecuteDeleteAsync(ct);
        }
        else if (table.ClrType != typeof(ChangeClock) && table.ClrType != typeof(ChangeLogEntry))
        {
            var name = context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.GetTableName()!, table.GetSchema());
            var delete = "DELETE FROM " + name; // the name comes from the model and is delimited
            await context.Database.ExecuteSqlRawAsync(delete, ct);
        }
    }

    /// <summary>All tables, each before those that its rows refer to.</summary>
    private static List<IEntityType> DependentsFirst(IModel model)
    {
        var ordered = new List<IEntityType>();
        var seen = new HashSet<IEntityType>();
        foreach (var table in model.GetEntityTypes())
        {
            Visit(table);
        }

        return ordered;

        void Visit(IEntityType table)
        {
            if (seen.Add(table))
            {
                foreach (var key in table.GetReferencingForeignKeys())
                {
                    Visit(key.DeclaringEntityType);
                }

                ordered.Add(table);
            }
        }
    }

    /// <summary>
    /// EF Core marks a running migration of SQLite by a row, and a process that was killed leaves it there for ever. So the turn is taken by a lock
    /// on a file, which ends with the process, and whoever has the turn takes a mark that was left away.
    /// </summary>
    private async Task<FileStream?> SqliteTurnAsync(CatalogContext context, CancellationToken ct)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection connection
            || new SqliteConnectionStringBuilder(connection.ConnectionString) is not { Mode: not SqliteOpenMode.Memory, DataSource: not ("" or ":memory:") } parts)
        {
            return null;
        }

        var path = Path.GetFullPath(parts.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var turn = await LockAsync(path + ".migrating", ct);
        try
        {
            if (File.Exists(path))
            {
                await TakeMarkAwayAsync(context, ct);
            }

            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process migrates. The file itself stays for good: deleting it would let two processes lock two files of this name
                await Task.Delay(LockPause, clock, ct);
            }
        }
    }

    private static async Task TakeMarkAwayAsync(CatalogContext context, CancellationToken ct)
    {
        try
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 1)
        {
            // No such table: nobody ever migrated this file
        }
    }
}
