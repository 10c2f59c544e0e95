using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>What the documentation says of the parameters that <see cref="GroupParts"/> reads.</summary>
internal static class GroupPartParameters
{
    public static IReadOnlyList<ActionParameter> All { get; } =
    [
        new("include_datasets", "boolean", false, "The ten datasets changed last."),
        new("include_dataset_count", "boolean", false),
        new("include_extras", "boolean", false),
        new("include_users", "boolean", false, "Users and their roles."),
        new("include_groups", "boolean", false, "Parents."),
        new("include_followers", "boolean", false, "Number of followers."),
        new("include_member_count", "boolean", false),
    ];
}
