using System.Security.Cryptography;

namespace Purbalingga.Catalog.Users;

/// <summary>Random marks of a user's credentials; sessions made under another mark are over.</summary>
internal static class SecurityStamps
{
    /// <returns>32 lower-case hex digits.</returns>
    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
