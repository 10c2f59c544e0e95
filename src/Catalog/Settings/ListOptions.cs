using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Settings;

[CkanAction("config_option_list", Access.Sysadmin, ReadOnly = true, Result = ActionResultShapes.Names)]
[Doc("Lists the settings that can be changed while the server runs.")]
internal sealed class ListOptions : IAction<ListOptions.Request, IReadOnlyList<string>>
{
    public sealed record Request;

    public ValueTask<IReadOnlyList<string>> RunAsync(Request request, Caller caller, CancellationToken ct) => ValueTask.FromResult(RuntimeOptions.All);
}
