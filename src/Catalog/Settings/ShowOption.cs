using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Settings;

[CkanAction("config_option_show", Access.Sysadmin, ReadOnly = true)]
[Doc("The value of a setting that can be changed while the server runs.")]
internal sealed class ShowOption(CkanSettings settings) : IAction<ShowOption.Request, string>
{
    public sealed record Request([Required, Doc("Name of the setting.", Example = "\"ckan.site_title\"")] string Key);

    public ValueTask<string> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        RuntimeOptions.All.Contains(request.Key)
            ? ValueTask.FromResult(settings.Get(request.Key))
            : throw InvalidException.Text($"Configuration option '{request.Key}' can not be shown");
}
