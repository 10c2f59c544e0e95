using System.Globalization;

namespace Purbalingga.Catalog;

/// <summary>Times as CKAN keeps and writes them: UTC with microseconds, no zone suffix.</summary>
public static class Clock
{
    /// <summary>Now, cut to whole microseconds, the precision that every engine keeps.</summary>
    public static DateTime Now(this TimeProvider clock) => Cut(clock.GetUtcNow().UtcDateTime);

    public static DateTime Cut(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary><c>YYYY-MM-DDTHH:MM:SS.ffffff</c>; microseconds are left out when they are exactly 0.</summary>
    public static string Text(DateTime time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
