using System.Security.Cryptography;

namespace Purbalingga.Catalog.Users;

/// <summary>CKAN's rules for passwords, and passwords that the server makes up.</summary>
internal static class PasswordRules
{
    public const int MinLength = 8;

    // More would only be work for the hash
    private const int MaxLength = 4096;

    // Without letters and digits that are mistaken for each other when read from a screen
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int RandomLength = 20;

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public static string? Error(string password) =>
        password.Length < MinLength ? "Your password must be 8 characters or longer"
        : password.Length > MaxLength ? $"Your password must be {MaxLength} characters or shorter"
        : null;

    /// <summary>A random password with more than 110 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, RandomLength);
}
