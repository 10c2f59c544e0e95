using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Purbalingga.Catalog.Users;

/// <summary>
/// Password hashes of CKAN's users, <c>$pbkdf2-sha512$ROUNDS$SALT$KEY</c> with base64 that has <c>.</c> for <c>+</c> and no padding: whoever
/// moves here keeps its password.
/// </summary>
internal static class CkanPasswordHash
{
    private const string Marker = "$pbkdf2-sha512$";
    private const int KeyBytes = 64;
    private const int MaxRounds = 10_000_000;

    public static bool Is(string text) => TryRead(text, out _, out _, out _);

    public static bool Verify(string hash, string password) =>
        TryRead(hash, out var rounds, out var salt, out var key)
        && CryptographicOperations.FixedTimeEquals(
            Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA512, key.Length), key);

    private static bool TryRead(string text, out int rounds, out byte[] salt, out byte[] key)
    {
        (rounds, salt, key) = (0, [], []);
        var parts = text.Split('$');
        return text.StartsWith(Marker, StringComparison.Ordinal) && parts.Length == 5
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out rounds) && rounds is > 0 and <= MaxRounds
            && TryBytes(parts[3], out salt) && TryBytes(parts[4], out key) && key.Length == KeyBytes;
    }

    private static bool TryBytes(string text, out byte[] bytes)
    {
        var standard = text.Replace('.', '-').Replace('/', '_');
        bytes = new byte[Base64Url.GetMaxDecodedLength(standard.Length)];
        if (!Base64Url.IsValid(standard) || !Base64Url.TryDecodeFromChars(standard, bytes, out var length))
        {
            return false;
        }

        bytes = bytes[..length];
        return true;
    }
}
