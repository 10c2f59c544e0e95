using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Asks for suggestions.</summary>
internal sealed record AutocompleteRequest([Doc("Part of a name or title.")] string? Q = null, [Natural] int Limit = 20);
