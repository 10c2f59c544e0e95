using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;
using Purbalingga.Portal.Testing;

namespace Purbalingga.Portal.Hosting;

/// <summary>
/// What the first start does after the records are ready and before the first request: the site's own user, a sysadmin with a password that is
/// shown once, and the sample datasets. Says where the portal is once it listens.
/// </summary>
internal sealed class FirstStart(
    ICallerDirectory callers, SysadminSetup sysadmins, SampleDatasets samples, CkanSettings settings, IEnumerable<TestingMode> testing, IOptions<PortalOptions> options,
    IHostApplicationLifetime lifetime)
    : IHostedService
{
    private string? _password;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await callers.SystemAsync(cancellationToken);
        _password = testing.Any() ? null : await sysadmins.EnsureFirstAsync(cancellationToken); // tests know all users by name
        if (options.Value.LoadSampleData)
        {
            await samples.LoadAsync(Console.Out, cancellationToken);
        }

        lifetime.ApplicationStarted.Register(Announce);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        Console.WriteLine($"Purbalingga Satu Data: {settings.SiteUrl}");
        if (_password is not null)
        {
            Console.WriteLine($"Masuk / sign in: {settings.SiteUrl}/user/login");
            Console.WriteLine($"  nama / name: {SysadminSetup.FirstName}");
            Console.WriteLine($"  sandi sekali pakai / one-time password: {_password}");
        }
    }
}
