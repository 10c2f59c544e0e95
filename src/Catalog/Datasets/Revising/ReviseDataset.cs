using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Revising;

[CkanAction("package_revise", Access.Checked)]
[Doc("Changes parts of a dataset, at any depth, if it still is as expected: match, filter, update, in one step.")]
internal sealed class ReviseDataset(CatalogContext context, DatasetWriter writer) : IAction<ActionInput, JsonNode>, IDescribesParameters
{
    private const string MatchPrefix = "match__";
    private const string UpdatePrefix = "update__";

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("match", "object", true, "What the dataset must be now, with its id or name; also flattened: match__resources__0__name.", "{\"name\": \"jumlah-penduduk-per-kecamatan\"}"),
        new("filter", "array", false, "Patterns of fields to remove first: -resources__1, or +title and -*.", "[\"-extras__*\"]"),
        new("update", "object", false, "Values to put in; also flattened: update__resources__0__description, update__resources__extend.", "{\"notes\": \"Diperbarui\"}"),
        new("include", "array", false, "Patterns of what to answer."),
    ];

    public async ValueTask<JsonNode> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var match = Object(request.Data, "match");
        var conditions = Prefixed(request.Data, MatchPrefix);
        var id = Text(conditions, "id") ?? FieldText.Of(match?["id"]) ?? Text(conditions, "name") ?? FieldText.Of(match?["name"])
            ?? throw InvalidException.Bare("match__id", "Missing value");
        var dataset = await context.ReadForChangeAsync(id, caller, ct);
        var revised = await writer.ShowAsync(dataset, ct);
        RequireMatch(revised, match, conditions);
        revised.Remove("metadata_modified");
        if (Patterns(request.Data, "filter") is { } filter)
        {
            FieldFilter.Apply(revised, filter);
            revised["id"] = dataset.Id;
        }

        if (Object(request.Data, "update") is { } update)
        {
            FieldMerge.Merge(revised, update);
        }

        // Lists grow before their items are set, so that a file can go to a resource that the same call adds
        foreach (var (key, value) in Prefixed(request.Data, UpdatePrefix).OrderBy(p => p.Key.EndsWith(FieldPaths.Extend, StringComparison.Ordinal) ? "e" : p.Key, StringComparer.Ordinal))
        {
            FieldMerge.Set(revised, key, value);
        }

        var document = await writer.UpdateAsync(dataset, revised, caller, Uploads(request, revised), ct);
        var answer = new JsonObject { ["package"] = JsonNode.Parse(document.Json) };
        if (Patterns(request.Data, "include") is { } include)
        {
            FieldFilter.Apply(answer, include);
        }

        return answer;
    }

    private static void RequireMatch(JsonObject present, JsonObject? match, IReadOnlyList<KeyValuePair<string, JsonNode?>> conditions)
    {
        var different = (match is null ? [] : FieldPaths.Differences(present, match)).ToList();
        foreach (var (key, value) in conditions.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            different.AddRange(FieldPaths.Differences(present, key, value));
        }

        if (different.Count > 0)
        {
            throw new InvalidException(new JsonObject { ["match"] = new JsonArray([.. different.Select(d => (JsonNode)d)]) });
        }
    }

    private static Dictionary<int, UploadedFile> Uploads(ActionInput request, JsonObject revised)
    {
        var uploads = new Dictionary<int, UploadedFile>();
        foreach (var (field, file) in request.Files)
        {
            if (!field.StartsWith(UpdatePrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var parts = FieldPaths.Split(field[UpdatePrefix.Length..]);
            if (parts is ["resources", var which, "upload"] && revised["resources"] is JsonArray resources)
            {
                var index = FieldPaths.IndexOf(resources, which) ?? throw InvalidException.Field(field, $"Unmatched key resources__{which}");
                uploads[index] = file;
            }
        }

        return uploads;
    }

    private static List<KeyValuePair<string, JsonNode?>> Prefixed(JsonObject data, string prefix) =>
        [.. data.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(p => KeyValuePair.Create(p.Key[prefix.Length..], p.Value))];

    private static string? Text(List<KeyValuePair<string, JsonNode?>> conditions, string key) =>
        conditions.Where(c => c.Key == key).Select(c => FieldText.Of(c.Value)).FirstOrDefault();

    private static JsonObject? Object(JsonObject data, string key)
    {
        var node = data[key];
        if (node is JsonValue && InputValues.Text(node) is { } text)
        {
            try
            {
                node = JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                throw InvalidException.Field(key, "Could not parse as valid JSON");
            }
        }

        return node is null ? null : node as JsonObject ?? throw InvalidException.Field(key, "Must be a dict");
    }

    private static IReadOnlyList<string>? Patterns(JsonObject data, string key) =>
        data[key] is { } node ? InputValues.Texts(node) ?? throw InvalidException.Field(key, "Not a list of patterns") : null;
}
