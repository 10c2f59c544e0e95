using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Tests.Queries;

public sealed class MinimumMatchTests
{
    [Theory]
    [InlineData("2<-1 5<80%", 1, 1)]
    [InlineData("2<-1 5<80%", 2, 2)]
    [InlineData("2<-1 5<80%", 3, 2)]
    [InlineData("2<-1 5<80%", 5, 4)]
    [InlineData("2<-1 5<80%", 6, 4)]
    [InlineData("2<-1 5<80%", 10, 8)]
    [InlineData("1", 3, 1)]
    [InlineData("5", 3, 3)]
    [InlineData("-1", 3, 2)]
    [InlineData("75%", 4, 3)]
    [InlineData("-25%", 4, 3)]
    [InlineData("-5", 3, 0)]
    [InlineData("2147483647%", 3, 3)]
    public void Should_count_as_Solr_does(string specification, int optional, int minimum) => Assert.Equal(minimum, MinimumMatch.Of(specification, optional));

    [Theory]
    [InlineData("x")]
    [InlineData("2<")]
    [InlineData("<2 3")]
    [InlineData("")]
    public void Should_refuse_other_texts(string specification) => Assert.Throws<QuerySyntaxException>(() => MinimumMatch.Of(specification, 9));
}
