using Purbalingga.Search.Analysis;

namespace Purbalingga.Search.Tests.Analysis;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("consign", "consign")]
    [InlineData("consigned", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consolations", "consol")]
    [InlineData("consonant", "conson")]
    [InlineData("constables", "constabl")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knightly", "knight")]
    [InlineData("knots", "knot")]
    [InlineData("knowing", "know")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("generate", "generat")]
    [InlineData("general", "general")]
    [InlineData("communism", "communism")]
    [InlineData("relational", "relat")]
    [InlineData("geologist", "geologist")]
    [InlineData("analogies", "analog")]
    [InlineData("falling", "fall")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("inning", "inning")]
    [InlineData("puskesmas", "puskesma")]
    [InlineData("statistik", "statistik")]
    [InlineData("youth", "youth")]
    [InlineData("enjoying", "enjoy")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("hopefulness", "hope")]
    [InlineData("adjustable", "adjust")]
    [InlineData("replacement", "replac")]
    [InlineData("rate", "rate")]
    [InlineData("controlling", "control")]
    public void Should_stem_as_Snowball_does(string word, string stem)
    {
        var buffer = new char[word.Length + 8];
        word.CopyTo(buffer);
        Assert.Equal(stem, new string(buffer, 0, EnglishStemmer.Stem(buffer, word.Length)));
    }
}
