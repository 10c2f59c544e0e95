namespace Purbalingga.Catalog.Datasets.Relationships;

/// <summary>CKAN's eight kinds of relationship: four, each with its reverse.</summary>
internal static class RelationshipTypes
{
    private static readonly (string Forward, string Reverse)[] Pairs =
    [
        ("depends_on", "dependency_of"), ("derives_from", "has_derivation"), ("links_to", "linked_from"), ("child_of", "parent_of"),
    ];

    /// <summary>In CKAN's order, for its message.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Pairs.SelectMany(p => new[] { p.Forward, p.Reverse })];

    public static bool IsForward(string type) => Pairs.Any(p => p.Forward == type);

    /// <summary>The other direction of a type.</summary>
    public static string Opposite(string type)
    {
        var (forward, reverse) = Pairs.First(p => p.Forward == type || p.Reverse == type);
        return type == forward ? reverse : forward;
    }
}
