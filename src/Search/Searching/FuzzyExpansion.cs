using System.Text;
using Purbalingga.Search.Queries;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Finds the words of an index nearest to a word.</summary>
internal static class FuzzyExpansion
{
    // As many as Lucene takes
    private const int MaxWords = 50;

    // Below this, going on costs less than searching
    private const int MissesBeforeJump = 12;

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
        var letters = new int[target.Length + node.MaxEdits + 1];
        var visited = 0;
        foreach (var view in context.Snapshot.Segments)
        {
            if (view.Segment.Field(node.Field) is not { } field)
            {
                continue;
            }
            cursor.Reset(field);
            distance.Restart();
            var misses = 0;
            for (var more = cursor.Next(); more;)
            {
                if ((++visited & 0x3FF) == 0)
                {
                    context.CheckTime();
                }
                // also of a term that is too long, so that the next ones know what they share with it
                var length = Decode(cursor.Term, letters);
                var edits = distance.To(letters.AsSpan(0, length));
                // a word of which nothing is left but its length is not like another
                if (edits <= node.MaxEdits && edits < Math.Min(length, target.Length))
                {
                    found[cursor.Text()] = 1f - ((float)edits / Math.Min(length, target.Length));
                }
                misses = distance.DeadLetters > 0 ? misses + 1 : 0;
                more = misses < MissesBeforeJump ? cursor.Next() : JumpOver(cursor, letters.AsSpan(0, distance.DeadLetters));
                misses = misses < MissesBeforeJump ? misses : 0;
            }
        }
        var nearest = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, Utf8Order.Instance).Take(MaxWords)
            .Select(f => (Occur.Should, (QueryNode)new TermNode(node.Field, f.Key) { Boost = f.Value })).ToArray();
        return nearest.Length == 0 ? NoneNode.Instance : new BooleanNode(nearest);
    }

    // Goes behind all terms with a beginning that nothing near can have; 0xFF is in no UTF-8 text and so behind every letter
    private static bool JumpOver(TermCursor cursor, ReadOnlySpan<int> letters)
    {
        var beginning = new StringBuilder();
        foreach (var letter in letters)
        {
            beginning.Append(new Rune(letter));
        }
        return cursor.SeekCeiling([.. Encoding.UTF8.GetBytes(beginning.ToString()), 0xFF]);
    }

    // Letters of a term, as many as there is room for
    private static int Decode(ReadOnlySpan<byte> term, int[] letters)
    {
        var count = 0;
        while (!term.IsEmpty && count < letters.Length)
        {
            if (term[0] < 0x80)
            {
                letters[count++] = term[0];
                term = term[1..];
                continue;
            }
            Rune.DecodeFromUtf8(term, out var rune, out var length);
            letters[count++] = rune.Value;
            term = term[length..];
        }
        return count;
    }
}
