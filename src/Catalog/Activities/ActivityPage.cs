using System.Globalization;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

/// <summary>Which part of an activity stream is asked for.</summary>
internal sealed record ActivityPage(int Limit, int Offset, DateTime? After, DateTime? Before)
{
    /// <summary>How many activities are answered when nothing is said, as CKAN's <c>ckan.activity_list_limit</c>.</summary>
    public const int DefaultLimit = 31;

    // CKAN's ckan.activity_list_limit_max
    private const int MaxLimit = 100;

    /// <param name="after">Seconds since 1970 with a fraction, as text; later activities only.</param>
    /// <param name="before">Likewise; earlier activities only.</param>
    /// <exception cref="InvalidException">A time is no number.</exception>
    public static ActivityPage Read(int limit, int offset, string? after, string? before)
    {
        var errors = new FieldErrors();
        var page = new ActivityPage(Math.Min(limit, MaxLimit), offset, Time("after", after, errors), Time("before", before, errors));
        errors.ThrowIfAny();
        return page;
    }

    private static DateTime? Time(string field, string? text, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // Years 1 to 9999, beyond which there are no times
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > -62_135_596_800 and < 253_402_300_800)
        {
            return DateTime.UnixEpoch.AddSeconds(seconds);
        }

        errors.Add(field, "Must be a float timestamp");
        return null;
    }
}
