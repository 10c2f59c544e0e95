using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Purbalingga.Catalog.Actions;

/// <summary>All actions by wire name; built once at start.</summary>
public sealed class ActionRegistry
{
    private readonly FrozenDictionary<string, ActionDescriptor> _byName;

    public ActionRegistry(IEnumerable<ActionDescriptor> actions) => _byName = actions.ToFrozenDictionary(a => a.Name);

    /// <summary>In the order of their names.</summary>
    public IEnumerable<ActionDescriptor> All => _byName.Values.OrderBy(a => a.Name, StringComparer.Ordinal);

    public bool TryFind(string name, [NotNullWhen(true)] out ActionDescriptor? action) => _byName.TryGetValue(name, out action);
}
