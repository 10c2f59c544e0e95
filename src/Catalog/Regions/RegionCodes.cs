using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Purbalingga.Catalog.Regions;

/// <summary>
/// The official codes of the regency and its districts and villages, in both systems. Codes of the ministry: Kepmendagri 300.2.2-2430/2025; those of Statistics
/// Indonesia: bridging list of SIG BPS, down to districts.
/// </summary>
public sealed class RegionCodes
{
    private const string Regency = "3303";

    private readonly FrozenDictionary<string, Region> _byKemendagri;
    private readonly FrozenDictionary<string, Region> _byBps;

    public RegionCodes()
    {
        var bridge = Read("districts-bps.csv").ToDictionary(row => row[0], row => row[1]);
        All = [.. Read("regions-33.03.csv").Select(row => new Region(
            row[0], row[1] == "kabupaten" ? Regency : bridge.GetValueOrDefault(row[0]), row[1], row[2], Degrees(row[3]), Degrees(row[4])))];
        _byKemendagri = All.ToFrozenDictionary(r => Digits(r.Kemendagri));
        _byBps = All.Where(r => r.Bps is not null).ToFrozenDictionary(r => r.Bps!);
    }

    /// <summary>The regency first, then each district before its villages.</summary>
    public IReadOnlyList<Region> All { get; }

    /// <summary>Looks a code up.</summary>
    /// <param name="code">With or without dots.</param>
    /// <param name="system">Null for either.</param>
    /// <returns>
    /// The region, or of a village in the system of Statistics Indonesia its district; null unless it is <see cref="RegionFinding.Known"/> or
    /// <see cref="RegionFinding.OtherSystem"/>.
    /// </returns>
    public (RegionFinding Finding, Region? Region) Find(string code, RegionSystem? system)
    {
        var digits = Digits(code);
        if (digits.Length is not (2 or 4 or 6 or 7 or 10) || !digits.All(char.IsAsciiDigit))
        {
            return (RegionFinding.NoCode, null);
        }

        if (digits.Length == 2 || !digits.StartsWith(Regency, StringComparison.Ordinal))
        {
            return (RegionFinding.Elsewhere, null);
        }

        var ministry = _byKemendagri.GetValueOrDefault(digits);
        var bps = code.Contains('.', StringComparison.Ordinal) ? null : _byBps.GetValueOrDefault(digits.Length == 10 ? digits[..7] : digits);
        return system switch
        {
            RegionSystem.Kemendagri when ministry is not null => (RegionFinding.Known, ministry),
            RegionSystem.Bps when bps is not null => (RegionFinding.Known, bps),
            null when (ministry ?? bps) is { } either => (RegionFinding.Known, either),
            not null when (ministry ?? bps) is { } other => (RegionFinding.OtherSystem, other),
            _ => (RegionFinding.Unknown, null),
        };
    }

    private static string Digits(string code) => code.Trim().Replace(".", "", StringComparison.Ordinal);

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    // Both files are ours: plain fields without quotes, a header first
    private static List<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}
