namespace Purbalingga.Samples;

/// <summary>Numbers that look random and are the same on every machine and in every run.</summary>
/// <remarks>
/// Each draw starts from a key of its own ("kunjungan/Owabong"), so adding a table never shifts the figures of another.
/// SplitMix64 over an FNV-1a hash of the key and the one seed; only exact operations, no library functions that differ by platform.
/// </remarks>
internal sealed class Draw
{
    /// <summary>The one seed of all sample figures; change it and every figure changes.</summary>
    public const ulong Seed = 33_03_2025;

    private ulong _state;

    public Draw(string key)
    {
        var hash = 14695981039346656037UL ^ Seed;
        foreach (var sign in key)
        {
            hash = (hash ^ sign) * 1099511628211UL;
        }

        _state = hash;
    }

    /// <summary>At least 0, below 1, in steps of 2^-53.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From <paramref name="low"/> up to <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + (Next() * (high - low));

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both possible.</summary>
    public int Whole(int low, int high) => low + (int)(Next() * (high - low + 1));

    public T Of<T>(IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];
}
