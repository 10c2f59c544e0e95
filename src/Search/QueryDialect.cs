namespace Purbalingga.Search;

/// <summary>Where Solr's reading of Lucene syntax and Lucene's own differ, which of them holds.</summary>
public enum QueryDialect
{
    /// <summary>Solr: a purely negative query means "all but"; wildcard, fuzzy and range terms are normalized as the field is.</summary>
    Solr,

    /// <summary>Lucene 4's classic parser: a purely negative query finds nothing; wildcard, fuzzy and range terms are lower-cased everywhere.</summary>
    Classic,
}
