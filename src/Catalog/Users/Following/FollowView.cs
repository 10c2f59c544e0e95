namespace Purbalingga.Catalog.Users.Following;

/// <summary>Who follows what, since when (CKAN's text of a time).</summary>
internal sealed record FollowView(string FollowerId, string ObjectId, string Datetime);
