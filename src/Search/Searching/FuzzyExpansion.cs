using System.Text;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Finds the words of an index nearest to a word.</summary>
internal static class FuzzyExpansion
{
    // As many as Lucene takes
    private const int MaxWords = 50;

    /// <summary>The nearest words as optional clauses, closer ones with more weight.</summary>
    public static QueryNode Expand(FuzzyNode node, SearchContext context)
    {
        if (node.MaxEdits == 0)
        {
            return new TermNode(node.Field, node.Term);
        }
        var target = node.Term.EnumerateRunes().Select(r => r.Value).ToArray();
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        var distance = new EditDistance(target, node.MaxEdits);
        var cursor = new TermCursor();
        var letters = new int[1024];
        var visited = 0;
        foreach (var view in context.Snapshot.Segments)
        {
            if (view.Segment.Field(node.Field) is not { } field)
            {
                continue;
            }
            cursor.Reset(field);
            while (cursor.Next())
            {
                if ((++visited & 0x3FF) == 0)
                {
                    context.CheckTime();
                }
                var length = Decode(cursor.Term, letters, target.Length + node.MaxEdits);
                if (length < target.Length - node.MaxEdits || length > target.Length + node.MaxEdits)
                {
                    continue;
                }
                var edits = distance.To(letters.AsSpan(0, length));
                // a word of which nothing is left but its length is not like another
                if (edits <= node.MaxEdits && edits < Math.Min(length, target.Length))
                {
                    found[cursor.Text()] = 1f - ((float)edits / Math.Min(length, target.Length));
                }
            }
        }
        var nearest = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, Utf8Order.Instance).Take(MaxWords)
            .Select(f => (Occur.Should, (QueryNode)new TermNode(node.Field, f.Key) { Boost = f.Value })).ToArray();
        return nearest.Length == 0 ? NoneNode.Instance : new BooleanNode(nearest);
    }

    // Letters of a term; one more than asked for means too long
    private static int Decode(ReadOnlySpan<byte> term, int[] letters, int most)
    {
        var count = 0;
        while (!term.IsEmpty)
        {
            if (count > most || count == letters.Length)
            {
                return int.MaxValue;
            }
            Rune.DecodeFromUtf8(term, out var rune, out var length);
            letters[count++] = rune.Value;
            term = term[length..];
        }
        return count;
    }
}
