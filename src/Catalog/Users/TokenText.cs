using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Users;

/// <summary>
/// The text of API tokens: <c>HEADER.PAYLOAD.SECRET</c> in the form of a JSON Web Token. The header is always the same, so that scanners of
/// published code know a token of ours; the payload says which it is and when it was made; the secret is random, nothing is signed.
/// </summary>
internal static class TokenText
{
    private const int SecretBytes = 32;
    private const int MaxLength = 1000;

    /// <summary>How every token begins.</summary>
    public static string Prefix { get; } = Base64Url.EncodeToString("""{"typ":"purbalingga-token","v":1}"""u8) + ".";

    /// <summary>A new random id (<c>jti</c>): 43 URL-safe characters.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string New(string id, DateTime created, DateTime? expires)
    {
        var payload = new JsonObject { ["jti"] = id, ["iat"] = Seconds(created) };
        if (expires is { } end)
        {
            payload["exp"] = Seconds(end);
        }

        return Prefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString())) + "." + NewId();
    }

    /// <summary>False for what needs no look-up because no token looks so.</summary>
    public static bool CouldBe(string text) => text.Length <= MaxLength && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <returns>SHA-256, 64 lower-case hex digits.</returns>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static long Seconds(DateTime time) => new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds();
}
