namespace Purbalingga.Catalog.Groups;

/// <summary>CKAN's member dictionary.</summary>
internal sealed record MemberView(string Id, string TableName, string TableId, string Capacity, string GroupId, string State)
{
    public static MemberView Of(Member member) => new(member.Id, member.TableName, member.TableId, member.Capacity, member.GroupId, member.State);
}
