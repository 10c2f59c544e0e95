using System.Globalization;
using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Tests.Queries;

public sealed class DateMathTests
{
    private static readonly DateTime s_now = new(2024, 2, 29, 13, 45, 59, 500, DateTimeKind.Utc);

    [Theory]
    [InlineData("NOW", "2024-02-29T13:45:59.500Z")]
    [InlineData("NOW/DAY", "2024-02-29T00:00:00.000Z")]
    [InlineData("NOW-1DAY/DAY", "2024-02-28T00:00:00.000Z")]
    [InlineData("NOW/YEAR+1YEAR-1SECOND", "2024-12-31T23:59:59.000Z")]
    [InlineData("NOW+1YEAR", "2025-02-28T13:45:59.500Z")]
    [InlineData("NOW-12MONTHS/MONTH", "2023-02-01T00:00:00.000Z")]
    [InlineData("NOW/HOUR-30MINUTES", "2024-02-29T12:30:00.000Z")]
    [InlineData("2024-01-01T00:00:00Z+1MONTH", "2024-02-01T00:00:00.000Z")]
    [InlineData("2024-01-01T10:00:00.123456Z", "2024-01-01T10:00:00.123Z")]
    public void Should_calculate(string text, string result)
    {
        Assert.True(DateMath.TryParse(text, s_now, out var milliseconds));
        Assert.Equal(result, DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("kemarin")]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("NOW+1")]
    [InlineData("NOW+DAY")]
    [InlineData("NOW/2DAY")]
    [InlineData("NOW+1FORTNIGHT")]
    [InlineData("NOW-100000000YEARS")]
    [InlineData("NOW-99999999DAYS")]
    [InlineData("NOW+99999999999999DAYS")]
    [InlineData("now")]
    [InlineData("")]
    public void Should_refuse_what_is_no_date(string text) => Assert.False(DateMath.TryParse(text, s_now, out _));
}
