namespace Purbalingga.Search;

/// <summary>Parameters of Solr's dismax; the defaults are CKAN's.</summary>
public sealed record DismaxOptions
{
    /// <summary>CKAN's parameters.</summary>
    public static DismaxOptions Default { get; } = new();

    /// <summary>Fields with boosts, separated by blanks.</summary>
    public string QueryFields { get; init; } = "name^4 title^4 tags^2 groups^2 text";

    /// <summary>How many optional words must match, in Solr's language.</summary>
    public string MinimumMatch { get; init; } = "2<-1 5<80%";

    /// <summary>Share of the weaker fields' scores that is added to the best one's; 0 to 1.</summary>
    public float TieBreaker { get; init; } = 0.1f;
}
