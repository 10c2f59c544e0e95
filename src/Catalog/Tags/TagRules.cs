using System.Text.RegularExpressions;

namespace Purbalingga.Catalog.Tags;

/// <summary>CKAN's rules for the names of tags.</summary>
public static partial class TagRules
{
    private const int MinLength = 2;
    private const int MaxLength = 100;

    /// <summary>What is wrong with a tag; empty when nothing is.</summary>
    public static IEnumerable<string> Errors(string name)
    {
        if (name.Length < MinLength)
        {
            yield return $"Tag \"{name}\" length is less than minimum {MinLength}";
        }
        else if (name.Length > MaxLength)
        {
            yield return $"Tag \"{name}\" length is more than maximum {MaxLength}";
        }

        if (!Shape().IsMatch(name))
        {
            yield return $"Tag \"{name}\" can only contain alphanumeric characters, spaces (\" \"), hyphens (\"-\"), underscores (\"_\") or dots (\".\")";
        }
    }

    [GeneratedRegex(@"^[\w \-.]*\z")]
    private static partial Regex Shape();
}
