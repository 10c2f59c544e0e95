namespace Purbalingga.Search;

/// <summary>Which parser reads <see cref="SearchRequest.Query"/>.</summary>
public enum QueryMode
{
    /// <summary>The classic Lucene syntax with fields and operators.</summary>
    Lucene,

    /// <summary>Plain words over several fields, as Solr's dismax.</summary>
    Dismax,

    /// <summary>Lucene syntax where bare words go over several fields; what cannot be parsed is read as plain words.</summary>
    Edismax,
}
