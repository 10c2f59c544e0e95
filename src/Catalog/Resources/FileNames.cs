using System.Globalization;
using System.Text;

namespace Purbalingga.Catalog.Resources;

/// <summary>CKAN's munging of upload names: safe in an address and on every system.</summary>
public static class FileNames
{
    private const int MinLength = 3;
    private const int MaxLength = 100;
    private const int MaxExtension = 21;

    /// <summary>Lower case, accents folded, blanks to hyphens, only <c>a-z 0-9 _ . -</c> kept, 3 to 100 characters.</summary>
    public static string Munge(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var kept = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.')
            {
                kept.Append(c);
            }
            else if (c is ' ' or '-' && (kept.Length == 0 || kept[^1] != '-'))
            {
                kept.Append('-');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
        }

        var munged = kept.ToString();
        var extension = Path.GetExtension(munged);
        extension = extension.Length > MaxExtension ? extension[..MaxExtension] : extension;
        var stem = Path.GetFileNameWithoutExtension(munged);
        stem = stem.Length > MaxLength - extension.Length ? stem[..(MaxLength - extension.Length)] : stem;
        return (stem + extension).PadRight(MinLength, '_');
    }
}
