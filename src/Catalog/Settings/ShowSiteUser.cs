using System.Security.Cryptography;
using System.Text;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Settings;

[CkanAction("get_site_user", Access.Sysadmin, ReadOnly = true, Denied = "Only internal services allowed to use this action")]
[Doc("The user in whose name the server itself acts. Its apikey is there for old clients and opens nothing.")]
internal sealed class ShowSiteUser(ICallerDirectory callers) : IAction<ShowSiteUser.Request, ShowSiteUser.Result>
{
    public sealed record Request([Doc("Taken for CKAN's sake; without effect.")] bool DeferCommit = false);

    public sealed record Result(string Name, string Id, string Apikey);

    public async ValueTask<Result> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var site = await callers.SystemAsync(ct);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("apikey\n" + site.UserId));
        return new Result(site.Name, site.UserId!, new Guid(hash.AsSpan(0, 16)).ToString());
    }
}
