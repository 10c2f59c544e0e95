using System.Runtime.InteropServices;
using System.Text;
using Purbalingga.Search.Analysis;

namespace Purbalingga.Search.Segments;

/// <summary>The words of one field while a segment is being built.</summary>
internal sealed class PendingField
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly List<Occurrences> _terms = [];
    private readonly List<string> _names = [];
    private int _length;
    private int _nextPosition;

    public PendingField(FieldKind kind)
    {
        Kind = kind;
        _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FieldKind Kind { get; }

    /// <summary>Documents with their number of words.</summary>
    public List<(int Doc, int Length)> Lengths { get; } = [];

    /// <summary>Documents with numbers or times.</summary>
    public List<(int Doc, long Value)> Numbers { get; } = [];

    public void AddKeyword(int doc, ReadOnlySpan<char> value)
    {
        ref var occurrences = ref TermOf(value);
        if (occurrences.Count == 0 || occurrences.Last != doc)
        {
            occurrences.Add(doc);
        }
    }

    public void AddWords(int doc, TokenBuffer tokens, int gap)
    {
        if (tokens.Count == 0)
        {
            return;
        }
        var start = _nextPosition;
        var last = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            ref var occurrences = ref TermOf(tokens[i]);
            var position = tokens.PositionOf(i);
            occurrences.Add(doc);
            occurrences.Add(start + position);
            // forms that share a place do not make the text longer
            _length += position == last ? 0 : 1;
            last = position;
        }
        _nextPosition = start + last + 1 + gap;
    }

    public void EndDocument(int doc)
    {
        if (_length > 0)
        {
            Lengths.Add((doc, _length));
        }
        _length = 0;
        _nextPosition = 0;
    }

    public void WriteTerms(FieldWriter field)
    {
        var order = new int[_names.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        var names = _names.ToArray();
        Array.Sort(names, order, Utf8Order.Instance);
        var bytes = new byte[256];
        var positions = new List<int>();
        for (var i = 0; i < order.Length; i++)
        {
            var length = Encoding.UTF8.GetByteCount(names[i]);
            if (bytes.Length < length)
            {
                bytes = new byte[length * 2];
            }
            Encoding.UTF8.GetBytes(names[i], bytes);
            field.BeginTerm(bytes.AsSpan(0, length));
            var values = CollectionsMarshal.AsSpan(_terms)[order[i]].Values;
            if (Kind != FieldKind.Text)
            {
                foreach (var doc in values)
                {
                    field.AddDocument(doc, []);
                }
            }
            else
            {
                for (var at = 0; at < values.Length;)
                {
                    var doc = values[at];
                    positions.Clear();
                    for (; at < values.Length && values[at] == doc; at += 2)
                    {
                        positions.Add(values[at + 1]);
                    }
                    field.AddDocument(doc, CollectionsMarshal.AsSpan(positions));
                }
            }
            field.EndTerm();
        }
    }

    private ref Occurrences TermOf(ReadOnlySpan<char> word)
    {
        if (_numbersBySpan.TryGetValue(word, out var number))
        {
            return ref CollectionsMarshal.AsSpan(_terms)[number];
        }
        var name = Utf8Order.WellFormed(word.ToString());
        if (!_numbers.TryGetValue(name, out number))
        {
            number = _terms.Count;
            _numbers.Add(name, number);
            _names.Add(name);
            _terms.Add(default);
        }
        return ref CollectionsMarshal.AsSpan(_terms)[number];
    }

    // Documents of a keyword; documents and positions by turns of a word
    private struct Occurrences
    {
        private int[] _values;

        public int Count { get; private set; }

        public readonly int Last => _values[Count - 1];

        public readonly ReadOnlySpan<int> Values => _values.AsSpan(0, Count);

        public void Add(int value)
        {
            _values ??= new int[4];
            if (Count == _values.Length)
            {
                Array.Resize(ref _values, Count * 2);
            }
            _values[Count++] = value;
        }
    }
}
