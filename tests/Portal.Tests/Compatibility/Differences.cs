using System.Text.Json.Serialization;

namespace Purbalingga.Portal.Tests.Compatibility;

/// <summary><c>docs/ckan-differences.json</c>: what CKAN has, and where this server departs from it on purpose.</summary>
/// <param name="Version">CKAN's version that is meant.</param>
/// <param name="Families">All actions of CKAN by their family.</param>
/// <param name="Ours">Actions that CKAN does not have, with what they are for.</param>
/// <param name="Lacking">Why a family or an action is not there.</param>
internal sealed record Differences(
    string Version,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Families,
    IReadOnlyDictionary<string, string> Ours,
    IReadOnlyDictionary<string, string> Lacking,
    [property: JsonPropertyName("differences")] IReadOnlyList<Difference> Items);
