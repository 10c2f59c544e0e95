using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Licenses;

/// <summary>Terms of use (<c>dct:license</c>).</summary>
/// <param name="Url">Empty when the license has no page.</param>
/// <param name="IsOpen">Its open data or open software conformance is approved.</param>
/// <param name="Json">All its keys as <c>license_list</c> shows them.</param>
public sealed record License(string Id, string Title, string Url, bool IsOpen, JsonObject Json);
