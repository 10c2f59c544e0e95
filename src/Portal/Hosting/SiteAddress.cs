using System.Net;
using System.Net.Sockets;

namespace Purbalingga.Portal.Hosting;

/// <summary>Addresses that the portal listens on.</summary>
internal static class SiteAddress
{
    /// <summary>The configured addresses, or the default one.</summary>
    public static IReadOnlyList<string> Listening(IConfiguration configuration) =>
        configuration[PortalOptions.UrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } urls
            ? urls
            : [PortalOptions.DefaultUrl];

    /// <summary>The first of them as a person on this machine would type it.</summary>
    public static string Public(IReadOnlyList<string> listening)
    {
        var address = BindingAddress.Parse(listening[0]);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        var usual = address is { Scheme: "http", Port: 80 } or { Scheme: "https", Port: 443 };
        return usual ? $"{address.Scheme}://{host}" : $"{address.Scheme}://{host}:{address.Port}";
    }

    /// <summary>Looks before the catalog is opened, and samples are loaded, whether another program listens there.</summary>
    /// <exception cref="ConfigurationException">One does.</exception>
    public static void RequireFree(IReadOnlyList<string> urls)
    {
        foreach (var url in urls)
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe)
            {
                continue;
            }

            var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed : IsLoopback(url) ? IPAddress.Loopback : IPAddress.Any;
            try
            {
                using var listener = new TcpListener(host, address.Port);
                listener.Start();
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new ConfigurationException($"Another program listens on {url} already; choose another address with --urls");
            }
        }
    }

    /// <summary>True when nobody but this machine can reach the address.</summary>
    public static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
