using System.Globalization;
using System.Text;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>What all parts of one search share: the state searched, statistics over all segments, and the limits. Not safe for several threads.</summary>
internal sealed class SearchContext(IndexSnapshot snapshot, IndexSchema schema, SearchLimits limits, TimeProvider time, WindowPool windows, CancellationToken ct)
{
    // BM25's usual constants: how soon repetition stops to matter, and how much length does
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly long _started = time.GetTimestamp();
    private readonly TermCursor _cursor = new();
    private readonly Dictionary<(string Field, string Term), TermPlaces> _terms = [];
    private readonly Dictionary<(string Field, string Term, int Edits), QueryNode> _fuzzy = [];
    private readonly Dictionary<string, (long Documents, float[] Norms)> _fields = new(StringComparer.Ordinal);

    public IndexSnapshot Snapshot { get; } = snapshot;

    public IndexSchema Schema { get; } = schema;

    public SearchLimits Limits { get; } = limits;

    public WindowPool Windows { get; } = windows;

    /// <summary>Words that patterns of this search stood for so far.</summary>
    public int Expansions { get; private set; }

    /// <summary>Refuses to go on past the time limit or after cancellation.</summary>
    public void CheckTime()
    {
        ct.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_started) > Limits.Timeout)
        {
            throw new SearchLimitException(string.Create(CultureInfo.InvariantCulture, $"The search took longer than {Limits.Timeout.TotalSeconds} seconds"));
        }
    }

    /// <summary>Counts a word that a pattern stands for.</summary>
    public void AddExpansion()
    {
        if (++Expansions > Limits.MaxExpansions)
        {
            throw new SearchLimitException(string.Create(CultureInfo.InvariantCulture, $"The query stands for more than {Limits.MaxExpansions} words"));
        }
        if ((Expansions & 0x3FF) == 0)
        {
            CheckTime();
        }
    }

    /// <summary>Where a term stands in each segment.</summary>
    public TermPlaces Places(string field, string term)
    {
        if (_terms.TryGetValue((field, term), out var places))
        {
            return places;
        }
        var bytes = Encoding.UTF8.GetBytes(term);
        var inSegments = new (int Documents, int Occurrences, int Pointer)[Snapshot.Segments.Count];
        long total = 0;
        for (var i = 0; i < inSegments.Length; i++)
        {
            if (Snapshot.Segments[i].Segment.Field(field) is not { } segmentField)
            {
                continue;
            }
            _cursor.Reset(segmentField);
            if (_cursor.SeekExact(bytes))
            {
                inSegments[i] = (_cursor.DocumentCount, _cursor.OccurrenceCount, _cursor.Pointer);
                total += _cursor.DocumentCount;
            }
        }
        places = new TermPlaces(total, inSegments);
        _terms.Add((field, term), places);
        return places;
    }

    /// <summary>The words that a fuzzy word stands for, found once for all segments.</summary>
    public QueryNode Expand(FuzzyNode fuzzy)
    {
        if (!_fuzzy.TryGetValue((fuzzy.Field, fuzzy.Term, fuzzy.MaxEdits), out var words))
        {
            words = FuzzyExpansion.Expand(fuzzy, this);
            _fuzzy.Add((fuzzy.Field, fuzzy.Term, fuzzy.MaxEdits), words);
        }
        return words;
    }

    /// <summary>Inverse document frequency times (k1 + 1): log(1 + (N - n + 0.5) / (n + 0.5)) * 2.2.</summary>
    public float Weight(string field, long documentsWithTerm)
    {
        var all = Math.Max(Statistics(field).Documents, documentsWithTerm);
        return (float)Math.Log(1 + ((all - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5))) * (K1 + 1);
    }

    /// <summary>BM25's length part for each length code of a text field.</summary>
    public float[] Norms(string field) => Statistics(field).Norms;

    private (long Documents, float[] Norms) Statistics(string field)
    {
        if (_fields.TryGetValue(field, out var known))
        {
            return known;
        }
        long documents = 0;
        long words = 0;
        long all = 0;
        foreach (var view in Snapshot.Segments)
        {
            all += view.Segment.Documents;
            if (view.Segment.Field(field) is { } segmentField)
            {
                documents += segmentField.DocumentsWithLength;
                words += segmentField.LengthSum;
            }
        }
        var norms = new float[256];
        var average = documents == 0 ? 1f : (float)words / documents;
        for (var code = 0; code < norms.Length; code++)
        {
            norms[code] = K1 * (1 - B + (B * LengthCode.Decode((byte)code) / average));
        }
        var statistics = (documents == 0 ? all : documents, norms);
        _fields.Add(field, statistics);
        return statistics;
    }
}
