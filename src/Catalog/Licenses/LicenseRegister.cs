using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Licenses;

/// <summary>The licenses that CKAN offers out of the box, in its order; read from <c>licenses.json</c> in this assembly.</summary>
public sealed class LicenseRegister
{
    private readonly FrozenDictionary<string, License> _byId;

    public LicenseRegister()
    {
        using var stream = typeof(LicenseRegister).Assembly.GetManifestResourceStream("licenses.json")!;
        All = [.. JsonNode.Parse(stream)!.AsArray().Select(node => Read(node!.AsObject()))];
        Listed = RawJson.From(new JsonArray([.. All.Select(l => l.Json.DeepClone())]));
        _byId = All.ToFrozenDictionary(l => l.Id);
    }

    public IReadOnlyList<License> All { get; }

    /// <summary>All of them as <c>license_list</c> answers.</summary>
    public RawJson Listed { get; }

    public License? Find(string? id) => id is not null && _byId.TryGetValue(id, out var license) ? license : null;

    private static License Read(JsonObject json) => new(
        (string)json["id"]!,
        (string)json["title"]!,
        (string?)json["url"] ?? "",
        (string?)json["od_conformance"] == "approved" || (string?)json["osd_conformance"] == "approved",
        json);
}
