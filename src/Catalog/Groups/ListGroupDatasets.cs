using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_package_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.DatasetList)]
[Doc("Public datasets of a group, those changed last first.")]
internal sealed class ListGroupDatasets(CatalogContext context, GroupSearch search, GroupRights rights, CkanSettings settings)
    : IAction<ListGroupDatasets.Request, RawJson>
{
    public sealed record Request([Required, Doc("Id or name.")] string Id, [Doc("At most 1000; 10 when left out.")] JsonNode? Limit = null);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var limit = GroupSearch.DefaultPage;
        if (request.Limit is not null)
        {
            limit = InputValues.TryInteger(request.Limit, out var number) && number is > 0
                ? (int)Math.Min(number.Value, settings.Number("ckan.search.rows_max"))
                : throw InvalidException.Text("Limit must be a positive integer");
        }

        var group = await context.FindGroupAsync(request.Id, ct) ?? throw new NotFoundException();
        rights.RequireRead(group, withUsers: false, caller);
        return Joined((await search.ContentsAsync(group, Caller.Anonymous, limit, ct)).Newest);
    }

    private static RawJson Joined(IReadOnlyList<ReadOnlyMemory<byte>> shown)
    {
        var buffer = new ArrayBufferWriter<byte>(2 + shown.Sum(d => d.Length + 1));
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            json.WriteStartArray();
            foreach (var document in shown)
            {
                json.WriteRawValue(document.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
        }

        return new RawJson(buffer.WrittenMemory);
    }
}
