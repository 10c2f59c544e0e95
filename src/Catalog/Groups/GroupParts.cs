using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Which parts of an organization's or group's dictionary are wanted.</summary>
internal sealed record GroupParts
{
    /// <summary>The dictionary of CKAN's lists: no part that needs a look at other records but the number of datasets.</summary>
    public static GroupParts Item { get; } = new() { DatasetCount = true, Followers = FollowerCounts.Zero };

    /// <summary>What CKAN answers after a change: everything, parents in full.</summary>
    public static GroupParts Changed { get; } = new() { DatasetCount = true, Datasets = true, Extras = true, Users = true, FullParents = true };

    public bool DatasetCount { get; init; }

    /// <summary>The first <see cref="GroupSearch.DefaultPage"/> datasets.</summary>
    public bool Datasets { get; init; }

    /// <summary>How many datasets that makes.</summary>
    public int Newest => Datasets ? GroupSearch.DefaultPage : 0;

    public bool Extras { get; init; }

    public bool Users { get; init; }

    /// <summary>Name and capacity of each parent.</summary>
    public bool Parents { get; init; }

    /// <summary>The whole dictionary of each parent.</summary>
    public bool FullParents { get; init; }

    public bool MemberCount { get; init; }

    public FollowerCounts Followers { get; init; }

    /// <summary>What is wanted of a single one unless the caller says otherwise.</summary>
    public static GroupParts Shown(bool users) => new()
    {
        DatasetCount = true, Extras = true, Users = users, Parents = true, Followers = FollowerCounts.Counted,
    };

    /// <summary>Takes what the caller says of each part.</summary>
    /// <exception cref="InvalidException"><c>{message: "Parameter is not an bool"}</c></exception>
    public GroupParts With(ActionInput input) => this with
    {
        DatasetCount = Flag(input, "include_dataset_count", DatasetCount),
        Datasets = Flag(input, "include_datasets", Datasets),
        Extras = Flag(input, "include_extras", Extras),
        Users = Flag(input, "include_users", Users),
        Parents = Flag(input, "include_groups", Parents),
        MemberCount = Flag(input, "include_member_count", MemberCount),
        Followers = Flag(input, "include_followers", Followers == FollowerCounts.Counted) ? FollowerCounts.Counted : FollowerCounts.Zero,
    };

    internal static bool Flag(ActionInput input, string key, bool fallback) =>
        !input.Has(key) ? fallback : InputValues.AsBool(input.Data[key]) ?? throw InvalidException.Text("Parameter is not an bool");
}
