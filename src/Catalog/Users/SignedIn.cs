namespace Purbalingga.Catalog.Users;

/// <summary>Somebody who has just proved to be a user; the host puts id and stamp into the cookie.</summary>
/// <param name="SecurityStamp">Sessions end when the user's stamp is another one.</param>
/// <param name="MustChangePassword">True while the password is one that the server made up.</param>
public sealed record SignedIn(string UserId, string Name, string SecurityStamp, bool MustChangePassword);
