namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A straight axis with round marks.</summary>
/// <param name="Low">Smallest value shown.</param>
/// <param name="High">Largest value shown; more than <paramref name="Low"/>.</param>
/// <param name="Marks">Values with a line, from the lowest.</param>
internal sealed record Scale(double Low, double High, IReadOnlyList<double> Marks)
{
    /// <param name="fromZero">Bars and areas begin at nothing, else their lengths would lie.</param>
    /// <param name="wanted">About so many marks.</param>
    public static Scale Of(IEnumerable<double> values, bool fromZero, int wanted)
    {
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        if (fromZero)
        {
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        }

        if (high <= low)
        {
            (low, high) = fromZero || low == 0 ? (0, 1) : (low - Math.Abs(low * 0.1), high + Math.Abs(high * 0.1));
        }

        var rough = (high - low) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var first = Math.Floor((low / step) + 1e-9);
        var last = Math.Ceiling((high / step) - 1e-9);
        return new Scale(first * step, last * step, [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)]);
    }

    public double Place(double value, double from, double to) => from + ((value - Low) / (High - Low) * (to - from));
}
