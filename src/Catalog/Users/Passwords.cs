using Microsoft.AspNetCore.Identity;

namespace Purbalingga.Catalog.Users;

/// <summary>Hashing passwords (PBKDF2, HMAC-SHA-512, in ASP.NET Identity's format) and comparing with hashes, those of CKAN's users too.</summary>
internal sealed class Passwords(IPasswordHasher<User> hasher)
{
    private readonly Lazy<string> _nobody = new(() => hasher.HashPassword(Nobody, PasswordRules.New()));

    private static User Nobody => new() { Id = "", Name = "", SecurityStamp = "" };

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Compares; takes as long for no hash as for a wrong password, so that time does not tell which accounts exist.</summary>
    /// <param name="hash">Null for an unknown account or one without a password: never equal.</param>
    /// <param name="outdated">True when the password is right and its hash should be made anew.</param>
    public bool Verify(string? hash, string password, out bool outdated)
    {
        outdated = false;
        if (hash is not null && CkanPasswordHash.Is(hash))
        {
            outdated = CkanPasswordHash.Verify(hash, password);
            return outdated;
        }

        var result = hasher.VerifyHashedPassword(Nobody, hash ?? _nobody.Value, password);
        outdated = hash is not null && result == PasswordVerificationResult.SuccessRehashNeeded;
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>True for a text in a form that <see cref="Verify"/> understands.</summary>
    public static bool IsHash(string text)
    {
        if (CkanPasswordHash.Is(text))
        {
            return true;
        }

        // Version 3 of the format: a marker, pseudo-random function, iterations, salt length, 16 bytes of salt, 32 of key
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 13 + 16 + 32 && bytes[0] == 1;
    }
}
