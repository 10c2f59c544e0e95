using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_search", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.ResourcePage)]
[Doc("Resources of public datasets whose fields contain the given texts (field:text).")]
internal sealed class FindResources(CatalogContext context, CkanSettings settings) : IAction<FindResources.Request, JsonObject>
{
    public sealed record Request(
        [Doc("field:text, or a list of them that must all hold.", Example = "\"format:CSV\"")] JsonNode? Query = null,
        [Doc("A field to sort by.")] string? OrderBy = null,
        [Natural] int Offset = 0,
        [Natural] int? Limit = null);

    public async ValueTask<JsonObject> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var found = context.Resources.AsNoTracking().Where(r => r.State == RecordState.Active)
            .Join(context.Datasets.Where(d => d.State == RecordState.Active && !d.Private), r => r.DatasetId, d => d.Id, (r, _) => r);
        foreach (var (field, term) in Terms(request.Query))
        {
            found = Filter(found, field, term);
        }

        var count = await found.CountAsync(ct);
        var ordered = Ordered(found, request.OrderBy).Skip(request.Offset);
        var page = await (request.Limit is { } limit ? ordered.Take(limit) : ordered).ToListAsync(ct);
        return new JsonObject
        {
            ["count"] = count,
            ["results"] = new JsonArray([.. page.OrderBy(r => r.Position).Select(r => ResourceJson.Node(r, settings.SiteUrl))]),
        };
    }

    private static Dictionary<string, string> Terms(JsonNode? query)
    {
        var texts = query switch
        {
            null => throw InvalidException.Bare("query", "Missing value"),
            JsonArray list => [.. list.Select(item => FieldText.Of(item) ?? "")],
            _ => (List<string>)[FieldText.Of(query) ?? ""],
        };
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw InvalidException.Bare("query", "Must be <field>:<value> pair(s)");
            }

            terms[text[..colon]] = text[(colon + 1)..]; // of the same field twice, CKAN takes the last
        }

        return terms;
    }

    private static IQueryable<Resource> Filter(IQueryable<Resource> resources, string field, string term) => field switch
    {
        "url" => Containing(resources, r => r.Url, term),
        "format" => Containing(resources, r => r.Format, term),
        "description" => Containing(resources, r => r.Description, term),
        "name" => Containing(resources, r => r.Name, term),
        "resource_type" => Containing(resources, r => r.ResourceType, term),
        "mimetype" => Containing(resources, r => r.Mimetype, term),
        "mimetype_inner" => Containing(resources, r => r.MimetypeInner, term),
        "cache_url" => Containing(resources, r => r.CacheUrl, term),
        "url_type" => Containing(resources, r => r.UrlType, term),
        "hash" => resources.Where(r => EF.Functions.Like(r.Hash, LikePattern.Beginning(term), LikePattern.Escape)),
        "size" => InputValues.TryInteger(JsonValue.Create(term), out var size) ? resources.Where(r => r.Size == size) : throw InvalidException.Bare("query", "Invalid integer"),
        "created" => At(resources, term, time => r => r.Created == time),
        "last_modified" => At(resources, term, time => r => r.LastModified == time),
        "metadata_modified" => At(resources, term, time => r => r.MetadataModified == time),
        "cache_last_updated" => At(resources, term, time => r => r.CacheLastUpdated == time),
        _ => throw InvalidException.Bare("query", $"Field \"{field}\" not recognised in resource_search."),
    };

    private static IQueryable<Resource> At(IQueryable<Resource> resources, string term, Func<DateTime, Expression<Func<Resource, bool>>> at) =>
        DateInput.TryParse(term, out var time) ? resources.Where(at(time)) : throw InvalidException.Bare("query", "Date format incorrect");

    private static IQueryable<Resource> Containing(IQueryable<Resource> resources, Expression<Func<Resource, string?>> field, string term)
    {
        var lower = Expression.Call(field.Body, typeof(string).GetMethod(nameof(string.ToLower), Type.EmptyTypes)!);
        var pattern = Expression.Constant(LikePattern.Containing(term));
        var like = Expression.Call(
            typeof(DbFunctionsExtensions), nameof(DbFunctionsExtensions.Like), null,
            Expression.Constant(EF.Functions), lower, pattern, Expression.Constant(LikePattern.Escape));
        return resources.Where(Expression.Lambda<Func<Resource, bool>>(like, field.Parameters));
    }

    private static IQueryable<Resource> Ordered(IQueryable<Resource> resources, string? field) => field switch
    {
        "url" => resources.OrderBy(r => r.Url).ThenBy(r => r.Id),
        "format" => resources.OrderBy(r => r.Format).ThenBy(r => r.Id),
        "description" => resources.OrderBy(r => r.Description).ThenBy(r => r.Id),
        "name" => resources.OrderBy(r => r.Name).ThenBy(r => r.Id),
        "size" => resources.OrderBy(r => r.Size).ThenBy(r => r.Id),
        "created" => resources.OrderBy(r => r.Created).ThenBy(r => r.Id),
        "last_modified" => resources.OrderBy(r => r.LastModified).ThenBy(r => r.Id),
        "metadata_modified" => resources.OrderBy(r => r.MetadataModified).ThenBy(r => r.Id),
        "hash" => resources.OrderBy(r => r.Hash).ThenBy(r => r.Id),
        _ => resources.OrderBy(r => r.Id),
    };
}
