using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Licenses;

[CkanAction("license_list", Access.Anyone, ReadOnly = true)]
[Doc("Lists the licenses that are offered for datasets.")]
internal sealed class ListLicenses(LicenseRegister register) : IAction<ListLicenses.Request, RawJson>
{
    public sealed record Request;

    public ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct) => ValueTask.FromResult(register.Listed);
}
