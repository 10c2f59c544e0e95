using System.Text.RegularExpressions;

namespace Purbalingga.Catalog.Actions;

/// <summary>CKAN's rules for the names of datasets, organizations, groups and users.</summary>
public static partial class NameRules
{
    public const int MinLength = 2;
    public const int MaxLength = 100;

    /// <summary>What is wrong with a name after <c>name_validator</c>; empty when nothing is.</summary>
    public static IEnumerable<string> Errors(string name)
    {
        if (name is "new" or "edit" or "search")
        {
            yield return "That name cannot be used";
        }
        else if (name.Length < MinLength)
        {
            yield return $"Must be at least {MinLength} characters long";
        }
        else if (name.Length > MaxLength)
        {
            yield return $"Name must be a maximum of {MaxLength} characters long";
        }
        else if (!Shape().IsMatch(name))
        {
            yield return "Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_";
        }
    }

    /// <summary>CKAN's second check of lengths, which datasets and groups have.</summary>
    public static IEnumerable<string> LengthErrors(string name)
    {
        if (name.Length < MinLength)
        {
            yield return $"Name \"{name}\" length is less than minimum {MinLength}";
        }

        if (name.Length > MaxLength)
        {
            yield return $"Name \"{name}\" length is more than maximum {MaxLength}";
        }
    }

    /// <summary>A UUID in any version, as CKAN takes ids.</summary>
    public static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _) || Guid.TryParseExact(text, "N", out _);

    /// <summary>WHATWG's e-mail shape without leading, trailing or double dots.</summary>
    public static bool IsEmail(string text) =>
        Email().IsMatch(text) && !text.StartsWith('.') && !text.EndsWith('.') && !text.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z0-9_\-]*\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z")]
    private static partial Regex Email();
}
