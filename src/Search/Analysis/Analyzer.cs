namespace Purbalingga.Search.Analysis;

/// <summary>Cuts text into the words that are indexed and searched. Used by many threads at once, so it keeps no state.</summary>
public abstract class Analyzer
{
    /// <summary>Name and version of the rules; part of the schema's fingerprint, so that other rules rebuild the index.</summary>
    public abstract string Version { get; }

    /// <summary>Words under which a text is indexed. Appends to <paramref name="tokens"/>, positions from 0.</summary>
    public abstract void ForIndex(ReadOnlySpan<char> text, TokenBuffer tokens);

    /// <summary>Words that are looked for; the same as indexed unless a rule gives more forms to the index.</summary>
    public virtual void ForQuery(ReadOnlySpan<char> text, TokenBuffer tokens) => ForIndex(text, tokens);

    /// <summary>Form of a word of which only a part is known (wildcards, ranges, fuzzy): case and accents, no stem.</summary>
    public abstract string Normalize(string part);
}
