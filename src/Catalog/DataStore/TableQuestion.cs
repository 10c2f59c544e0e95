using System.Text.Json.Nodes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>A question as read from parameters.</summary>
/// <param name="Filterops">CKAN's words for the filters; null for none.</param>
internal sealed record TableQuestion(DataQuery Query, JsonObject? Filterops);
