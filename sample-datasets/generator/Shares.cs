namespace Purbalingga.Samples;

/// <summary>Divides a whole number so that the parts add up to it exactly.</summary>
internal static class Shares
{
    /// <summary>Parts of <paramref name="total"/> in proportion to the weights (largest remainder method).</summary>
    /// <param name="total">Not negative.</param>
    /// <param name="weights">Not negative, not all zero.</param>
    /// <returns>As many parts as weights; their sum is <paramref name="total"/>.</returns>
    public static long[] Of(long total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(w => total * w / sum).ToArray();
        var parts = exact.Select(e => (long)e).ToArray();
        var left = (int)(total - parts.Sum());
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(left))
        {
            parts[index]++;
        }

        return parts;
    }

    /// <summary>As <see cref="Of"/>, but no part is below <paramref name="floor"/>.</summary>
    public static long[] OfAtLeast(long total, long floor, IReadOnlyList<double> weights) =>
        [.. Of(total - (floor * weights.Count), weights).Select(p => p + floor)];
}
