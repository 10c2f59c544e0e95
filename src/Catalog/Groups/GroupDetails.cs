using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

/// <summary>What dictionaries of some organizations or groups need of other records, by the id of each.</summary>
internal sealed class GroupDetails
{
    public ILookup<string, GroupExtra> Extras { get; set; } = Array.Empty<GroupExtra>().ToLookup(e => e.GroupId);

    public ILookup<string, Parent> Parents { get; set; } = Array.Empty<Parent>().ToLookup(p => p.GroupId);

    public ILookup<string, Person> Users { get; set; } = Array.Empty<Person>().ToLookup(p => p.GroupId);

    public Dictionary<string, int> MemberCounts { get; set; } = [];

    public Dictionary<string, int> FollowerCounts { get; set; } = [];

    /// <summary>Public datasets that each user made, by user id.</summary>
    public Dictionary<string, int> CreatedDatasets { get; set; } = [];

    public sealed record Parent(string GroupId, Group Group, string Capacity);

    public sealed record Person(string GroupId, User User, string Capacity);
}
