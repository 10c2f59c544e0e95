using System.Text;
using Purbalingga.Search.Analysis;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Words of one column of texts and the rows that each stands in, in a few arrays: fill it, <see cref="Finish"/> it, then ask it from many threads.</summary>
internal sealed class ColumnWords
{
    private const int Empty = -1;

    // Words as UTF-8, one behind another
    private byte[] _text = new byte[64 * 1024];
    private int[] _starts = new int[1024];
    private int[] _lastRow = new int[1024];
    private int[] _slots = NewSlots(4096);
    private int _count;

    // Pairs of word and row while it is filled; afterwards rows by word
    private readonly List<int[]> _pairs = [];
    private int _inLast;
    private long _total;
    private int[] _offsets = [];
    private int[] _rows = [];
    private int[] _sorted = [];
    private byte[] _word = new byte[256];
    private readonly Lazy<Dictionary<string, List<int>>> _stems;

    public ColumnWords() => _stems = new Lazy<Dictionary<string, List<int>>>(ReadStems);

    /// <summary>Bytes of memory, about.</summary>
    public long Size => _text.Length + (4L * (_starts.Length + _lastRow.Length + _slots.Length)) + (8L * _total);

    /// <param name="text">One value, UTF-8.</param>
    public void Add(int row, ReadOnlySpan<byte> text)
    {
        if (!Ascii.IsValid(text))
        {
            foreach (var word in TextMatch.Words(Encoding.UTF8.GetString(text), stems: false))
            {
                AddWord(row, Encoding.UTF8.GetBytes(word));
            }

            return;
        }

        if (_word.Length < text.Length)
        {
            _word = new byte[text.Length * 2];
        }

        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit((char)letter))
            {
                _word[length++] = letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;
            }
            else if (length > 0)
            {
                AddWord(row, _word.AsSpan(0, length));
                length = 0;
            }
        }

        if (length > 0)
        {
            AddWord(row, _word.AsSpan(0, length));
        }
    }

    /// <summary>Nothing is added after this.</summary>
    public void Finish()
    {
        _offsets = new int[_count + 1];
        ForEachPair((word, _) => _offsets[word + 1]++);
        for (var i = 0; i < _count; i++)
        {
            _offsets[i + 1] += _offsets[i];
        }

        var next = _offsets.AsSpan(0, _count).ToArray();
        _rows = new int[_offsets[_count]];
        ForEachPair((word, row) => _rows[next[word]++] = row);
        _pairs.Clear();
        _lastRow = [];
        _word = [];
        _sorted = [.. Enumerable.Range(0, _count)];
        _sorted.AsSpan().Sort((a, b) => Word(a).SequenceCompareTo(Word(b)));
        _total = _rows.Length;
    }

    /// <summary>Adds the rows that have the word.</summary>
    /// <param name="word">Lower-case; with <paramref name="stems"/> a stem, and words of that stem are meant.</param>
    public void Collect(string word, bool prefix, bool stems, WordBits into)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        if (!prefix)
        {
            if (stems && _stems.Value.TryGetValue(word, out var ofStem))
            {
                ofStem.ForEach(w => Add(w, into));
            }

            if (Find(bytes) is >= 0 and var found && (!stems || StemOf(word) == word))
            {
                Add(found, into);
            }

            return;
        }

        for (var at = LowerBound(bytes); at < _count && Word(_sorted[at]).StartsWith(bytes); at++)
        {
            if (!stems || StemOf(Encoding.UTF8.GetString(Word(_sorted[at]))).StartsWith(word, StringComparison.Ordinal))
            {
                Add(_sorted[at], into);
            }
        }

        if (stems)
        {
            foreach (var (stem, words) in _stems.Value)
            {
                if (stem.StartsWith(word, StringComparison.Ordinal))
                {
                    words.ForEach(w => Add(w, into));
                }
            }
        }
    }

    private void AddWord(int row, ReadOnlySpan<byte> word)
    {
        var at = Place(word);
        var index = _slots[at];
        if (index == Empty)
        {
            index = Keep(word, at);
        }
        else if (_lastRow[index] == row)
        {
            return;
        }

        _lastRow[index] = row;
        if (_pairs.Count == 0 || _inLast == _pairs[^1].Length)
        {
            _pairs.Add(new int[1 << 16]);
            _inLast = 0;
        }

        var pairs = _pairs[^1];
        (pairs[_inLast], pairs[_inLast + 1]) = (index, row);
        _inLast += 2;
        _total++;
    }

    private int Keep(ReadOnlySpan<byte> word, int at)
    {
        var start = _starts[_count];
        if (start + word.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, start + word.Length));
        }

        if (_count + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _lastRow, _lastRow.Length * 2);
        }

        word.CopyTo(_text.AsSpan(start));
        _starts[_count + 1] = start + word.Length;
        _slots[at] = _count;
        if (++_count * 2 > _slots.Length)
        {
            _slots = NewSlots(_slots.Length * 2);
            for (var i = 0; i < _count; i++)
            {
                _slots[Place(Word(i))] = i;
            }
        }

        return _count - 1;
    }

    private int Place(ReadOnlySpan<byte> word)
    {
        var hash = new HashCode();
        hash.AddBytes(word);
        var mask = _slots.Length - 1;
        var at = hash.ToHashCode() & mask;
        while (_slots[at] != Empty && !Word(_slots[at]).SequenceEqual(word))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private int Find(ReadOnlySpan<byte> word) => _slots[Place(word)];

    private ReadOnlySpan<byte> Word(int index) => _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    private void Add(int word, WordBits into) => into.Add(_rows.AsSpan(_offsets[word], _offsets[word + 1] - _offsets[word]));

    private int LowerBound(ReadOnlySpan<byte> word)
    {
        int from = 0, to = _count;
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = Word(_sorted[middle]).SequenceCompareTo(word) < 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    // Words whose stem is another text than they are
    private Dictionary<string, List<int>> ReadStems()
    {
        var stems = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _count; i++)
        {
            // No stem of the English language ends in a digit
            if (char.IsAsciiDigit((char)Word(i)[^1]))
            {
                continue;
            }

            var word = Encoding.UTF8.GetString(Word(i));
            var stem = StemOf(word);
            if (stem != word)
            {
                if (!stems.TryGetValue(stem, out var words))
                {
                    stems[stem] = words = [];
                }

                words.Add(i);
            }
        }

        return stems;
    }

    private static string StemOf(string word)
    {
        Span<char> letters = new char[word.Length + 4];
        word.CopyTo(letters);
        return new string(letters[..EnglishStemmer.Stem(letters, word.Length)]);
    }

    private void ForEachPair(Action<int, int> take)
    {
        for (var i = 0; i < _pairs.Count; i++)
        {
            var end = i == _pairs.Count - 1 ? _inLast : _pairs[i].Length;
            for (var at = 0; at < end; at += 2)
            {
                take(_pairs[i][at], _pairs[i][at + 1]);
            }
        }
    }

    private static int[] NewSlots(int size)
    {
        var slots = new int[size];
        Array.Fill(slots, Empty);
        return slots;
    }
}
