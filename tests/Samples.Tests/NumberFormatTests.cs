using System.Globalization;
using ExcelNumberFormat;

namespace Purbalingga.Samples.Tests;

/// <summary>The stand-in shows numbers as a spreadsheet does.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("General", 12.5, "12.5")]
    [InlineData("0", 12.6, "13")]
    [InlineData("0.00", 12, "12.00")]
    [InlineData("#,##0", 1057750, "1,057,750")]
    [InlineData("#,##0.00", -1234.5, "-1,234.50")]
    [InlineData("0.0%", 0.125, "12.5%")]
    [InlineData("#,##0;(#,##0)", -1000, "(1,000)")]
    [InlineData("0;-0;\"nihil\"", 0, "nihil")]
    [InlineData("\"Rp\" #,##0", 2500, "Rp 2,500")]
    [InlineData("000", 7, "007")]
    [InlineData("dd/mm/yyyy", 46034, "12/01/2026")]
    [InlineData("yyyy-mm-dd hh:mm", 46034.5, "2026-01-12 12:00")]
    [InlineData("d mmmm yyyy", 46034, "12 January 2026")]
    public void Should_show_a_number_as_a_spreadsheet_does(string format, double value, string shown) =>
        Assert.Equal(shown, new NumberFormat(format).Format(value, CultureInfo.InvariantCulture));

    [Fact]
    public void Should_show_text_truth_and_nothing_as_they_are()
    {
        Assert.Equal("Bobotsari", new NumberFormat("0.00").Format("Bobotsari", CultureInfo.InvariantCulture));
        Assert.Equal("Kec. Bobotsari", new NumberFormat("0;-0;0;\"Kec. \"@").Format("Bobotsari", CultureInfo.InvariantCulture));
        Assert.Equal("TRUE", new NumberFormat("0").Format(true, CultureInfo.InvariantCulture));
        Assert.Equal("", new NumberFormat("0").Format(null, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"open")]
    [InlineData("[Red")]
    [InlineData("0;0;0;0;0")]
    public void Should_call_a_broken_format_invalid_and_still_show_the_number(string format)
    {
        var number = new NumberFormat(format);
        Assert.False(number.IsValid);
        Assert.Equal("7", number.Format(7, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("\"day\" 0", false)]
    [InlineData("#,##0", false)]
    public void Should_know_a_date_format(string format, bool isDate) => Assert.Equal(isDate, new NumberFormat(format).IsDateTimeFormat);
}
