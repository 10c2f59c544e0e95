using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>
/// Signing in by password. Known and unknown accounts are refused in the same way and time. Guessing is slowed down per account and per
/// address; both are kept in the records, so a restart does not help, and both waits are short, so nobody is locked out for good.
/// </summary>
public sealed class SignIn
{
    private const int FreeFailuresOfAccount = 5;
    private const int FreeFailuresOfAddress = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Failures of an address are forgotten when there was none for this long.</summary>
    private static readonly TimeSpan AddressMemory = TimeSpan.FromMinutes(15);

    private readonly IDbContextFactory<CatalogContext> _contexts;
    private readonly WriteTransactions _transactions;
    private readonly Passwords _passwords;
    private readonly TimeProvider _clock;

    internal SignIn(IDbContextFactory<CatalogContext> contexts, WriteTransactions transactions, Passwords passwords, TimeProvider clock)
    {
        _contexts = contexts;
        _transactions = transactions;
        _passwords = passwords;
        _clock = clock;
    }

    /// <summary>Checks a name or e-mail address with a password.</summary>
    /// <param name="remoteAddress">Where the request came from; null when unknown.</param>
    /// <returns>
    /// Null for a refusal, for whatever reason: wrong, unknown, not active, without a password, or too many tries lately. The one text to show is
    /// that name or password is wrong, or that there were too many tries and one should wait a minute.
    /// </returns>
    public async Task<SignedIn?> CheckAsync(string nameOrEmail, string password, IPAddress? remoteAddress, CancellationToken ct)
    {
        var now = _clock.Now();
        var address = AddressKey(remoteAddress);
        var user = await FindAsync(nameOrEmail, ct);
        var waiting = user?.LockedUntil > now || await MustWaitAsync(address, now, ct);

        // Also when the answer is known already: time must not tell
        var matches = _passwords.Verify(user?.PasswordHash, password, out var outdated);
        if (waiting)
        {
            return null;
        }

        if (user is null || !matches)
        {
            await NoteFailureAsync(user?.Id, address, now, ct);
            return null;
        }

        if (user.FailedSignIns > 0 || user.LockedUntil is not null || outdated)
        {
            var hash = outdated ? _passwords.Hash(password) : user.PasswordHash;
            await _transactions.RunAsync(
                async (services, token) => await services.GetRequiredService<CatalogContext>().Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(u => u.FailedSignIns, 0).SetProperty(u => u.LockedUntil, (DateTime?)null).SetProperty(u => u.PasswordHash, hash), token),
                ct);
        }

        return new SignedIn(user.Id, user.Name, user.SecurityStamp, user.MustChangePassword);
    }

    /// <summary>How long to wait after so many failures in a row: nothing at first, then 1, 2, 4 ... seconds up to a minute.</summary>
    internal static TimeSpan WaitAfter(int failures, int free)
    {
        var over = failures - free;
        return over < 0 ? TimeSpan.Zero
            : over > 6 ? LongestWait
            : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 1 << over));
    }

    private static string? AddressKey(IPAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.ToString();
        }

        // A subscriber has a whole /64 to choose from
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private async Task<User?> FindAsync(string nameOrEmail, CancellationToken ct)
    {
        var text = nameOrEmail.Trim();
        var key = text.ToLowerInvariant();
        await using var context = await _contexts.CreateDbContextAsync(ct);
        var active = context.Users.AsNoTracking().Where(u => u.State == RecordState.Active);
        return await active.FirstOrDefaultAsync(u => u.Name == text, ct) ?? await active.FirstOrDefaultAsync(u => u.EmailKey == key, ct);
    }

    private async Task<bool> MustWaitAsync(string? address, DateTime now, CancellationToken ct)
    {
        if (address is null)
        {
            return false;
        }

        await using var context = await _contexts.CreateDbContextAsync(ct);
        return await context.Set<SignInAddress>().AsNoTracking().FirstOrDefaultAsync(a => a.Address == address, ct) is { } seen
            && seen.LastFailure > now - AddressMemory && seen.LastFailure + WaitAfter(seen.Failures, FreeFailuresOfAddress) > now;
    }

    private async Task NoteFailureAsync(string? userId, string? address, DateTime now, CancellationToken ct) =>
        await _transactions.RunAsync(
            async (services, token) =>
            {
                var context = services.GetRequiredService<CatalogContext>();
                if (userId is not null && await context.Users.FindAsync([userId], token) is { } user)
                {
                    user.FailedSignIns++;
                    user.LockedUntil = WaitAfter(user.FailedSignIns, FreeFailuresOfAccount) is var wait && wait > TimeSpan.Zero ? now + wait : null;
                }

                var addresses = context.Set<SignInAddress>();
                if (address is not null)
                {
                    var seen = await addresses.FindAsync([address], token);
                    if (seen is null)
                    {
                        seen = new SignInAddress { Address = address };
                        addresses.Add(seen);
                    }

                    seen.Failures = seen.LastFailure > now - AddressMemory ? seen.Failures + 1 : 1;
                    seen.LastFailure = now;
                }

                var forgotten = now - AddressMemory;
                await addresses.Where(a => a.LastFailure < forgotten && a.Address != address).ExecuteDeleteAsync(token);
                return true;
            },
            ct);
}
