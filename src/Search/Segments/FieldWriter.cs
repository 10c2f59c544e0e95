using System.Runtime.InteropServices;

namespace Purbalingga.Search.Segments;

/// <summary>Writes the terms, postings, lengths and numbers of one field into a segment; terms come in the order of their bytes.</summary>
internal sealed class FieldWriter
{
    /// <summary>Terms that share one prefix-coded block of the dictionary.</summary>
    public const int TermsPerBlock = 16;

    private readonly ByteWriter _out;
    private readonly ByteWriter _dictionary = new(1024);
    private readonly List<int> _blockOffsets = [];
    private readonly List<int> _docs = [];
    private readonly List<int> _freqs = [];
    private readonly List<int> _positions = [];
    private readonly ByteWriter _docBytes = new(256);
    private readonly ByteWriter _positionBytes = new(256);
    private readonly int[] _block = new int[PackedBlock.Size];
    private readonly int _postingsStart;
    private byte[] _lastTerm = new byte[64];
    private int _lastTermLength;
    private int _lastOffset;
    private byte[] _term = new byte[64];
    private int _termLength;

    public FieldWriter(ByteWriter output, string name, FieldKind kind)
    {
        _out = output;
        Name = name;
        Kind = kind;
        _postingsStart = output.Length;
    }

    public string Name { get; }

    public FieldKind Kind { get; }

    public int TermCount { get; private set; }

    private bool HasPositions => Kind == FieldKind.Text;

    /// <summary>Begins a term; it is only written when it gets a document.</summary>
    public void BeginTerm(ReadOnlySpan<byte> term)
    {
        if (_term.Length < term.Length)
        {
            _term = new byte[term.Length * 2];
        }
        term.CopyTo(_term);
        _termLength = term.Length;
        _docs.Clear();
        _freqs.Clear();
        _positions.Clear();
    }

    /// <summary>Adds a document, ascending; positions ascending, for text fields only.</summary>
    public void AddDocument(int doc, ReadOnlySpan<int> positions)
    {
        _docs.Add(doc);
        if (HasPositions)
        {
            _freqs.Add(positions.Length);
            var last = 0;
            foreach (var position in positions)
            {
                _positions.Add(position - last);
                last = position;
            }
        }
    }

    public void EndTerm()
    {
        if (_docs.Count == 0)
        {
            return;
        }
        var term = _term.AsSpan(0, _termLength);
        if (TermCount % TermsPerBlock == 0)
        {
            _blockOffsets.Add(_dictionary.Length);
            _dictionary.Varint(term.Length);
            _dictionary.Bytes(term);
            _lastOffset = 0;
        }
        else
        {
            var common = term.CommonPrefixLength(_lastTerm.AsSpan(0, _lastTermLength));
            _dictionary.Varint(common);
            _dictionary.Varint(term.Length - common);
            _dictionary.Bytes(term[common..]);
        }
        _dictionary.Varint(_docs.Count);
        if (HasPositions)
        {
            _dictionary.Varint(_positions.Count - _docs.Count);
        }
        if (_docs.Count == 1 && !HasPositions)
        {
            _dictionary.Varint(_docs[0]);
        }
        else
        {
            var offset = _out.Length - _postingsStart;
            _dictionary.Varint(offset - _lastOffset);
            _lastOffset = offset;
            WritePostings();
        }
        if (_lastTerm.Length < term.Length)
        {
            _lastTerm = new byte[term.Length * 2];
        }
        term.CopyTo(_lastTerm);
        _lastTermLength = term.Length;
        TermCount++;
    }

    /// <summary>Writes what stands behind the postings and the directory entry of the field.</summary>
    /// <param name="lengths">Documents with their number of words, ascending; text fields only.</param>
    /// <param name="numbers">Documents with values, ascending by document, then by value; date and number fields only.</param>
    public void Finish(ByteWriter directory, int documents, List<(int Doc, int Length)> lengths, List<(int Doc, long Value)> numbers)
    {
        var dictionaryStart = _out.Length;
        _out.Bytes(_dictionary.Written);
        var blocksStart = _out.Length;
        foreach (var offset in CollectionsMarshal.AsSpan(_blockOffsets))
        {
            _out.Int32(offset);
        }

        var valuesStart = _out.Length;
        var count = HasPositions ? lengths.Count : numbers.Count;
        var isDense = HasPositions ? count * 5L >= documents : count == documents && numbers.Zip(numbers.Skip(1)).All(p => p.First.Doc < p.Second.Doc);
        long sum = 0;
        if (HasPositions)
        {
            sum = WriteLengths(documents, lengths, isDense);
        }
        else
        {
            WriteNumbers(numbers, isDense);
        }

        directory.Text(Name);
        directory.Byte((byte)Kind);
        directory.Int32(TermCount);
        directory.Int32(_postingsStart);
        directory.Int32(dictionaryStart);
        directory.Int32(blocksStart);
        directory.Int32(valuesStart);
        directory.Int32(count);
        directory.Byte((byte)(isDense ? 1 : 0));
        directory.Int64(sum);
    }

    private long WriteLengths(int documents, List<(int Doc, int Length)> lengths, bool isDense)
    {
        long sum = 0;
        if (isDense)
        {
            var bytes = _out.Reserve(documents);
            bytes.Clear();
            foreach (var (doc, length) in lengths)
            {
                bytes[doc] = LengthCode.Encode(length);
                sum += length;
            }
            return sum;
        }
        foreach (var (doc, length) in lengths)
        {
            _out.Int32(doc);
            sum += length;
        }
        foreach (var (_, length) in lengths)
        {
            _out.Byte(LengthCode.Encode(length));
        }
        return sum;
    }

    private void WriteNumbers(List<(int Doc, long Value)> numbers, bool isDense)
    {
        if (!isDense)
        {
            foreach (var (doc, _) in numbers)
            {
                _out.Int32(doc);
            }
        }
        foreach (var (_, value) in numbers)
        {
            _out.Int64(value);
        }
    }

    /// <summary>
    /// Text: length of the document part, skips, documents, positions. Others: skips, documents. A skip per full block: last
    /// document, offset of the block; for text also the number of positions before it and the offset of the position block they end in.
    /// </summary>
    private void WritePostings()
    {
        var docs = CollectionsMarshal.AsSpan(_docs);
        var freqs = CollectionsMarshal.AsSpan(_freqs);
        var blocks = docs.Length / PackedBlock.Size;
        var skips = new int[blocks * (HasPositions ? 4 : 2)];
        _docBytes.Clear();
        _positionBytes.Clear();
        var positionBlockOffsets = HasPositions ? WritePositions() : [];

        var last = -1;
        var positionsBefore = 0;
        for (var block = 0; block < blocks; block++)
        {
            var part = docs.Slice(block * PackedBlock.Size, PackedBlock.Size);
            var skip = block * (HasPositions ? 4 : 2);
            skips[skip] = part[^1];
            skips[skip + 1] = _docBytes.Length;
            for (var i = 0; i < part.Length; i++)
            {
                _block[i] = part[i] - last - 1;
                last = part[i];
            }
            PackedBlock.Write(_docBytes, _block);
            if (!HasPositions)
            {
                continue;
            }
            skips[skip + 2] = positionsBefore;
            skips[skip + 3] = positionBlockOffsets[positionsBefore / PackedBlock.Size];
            var frequencies = freqs.Slice(block * PackedBlock.Size, PackedBlock.Size);
            for (var i = 0; i < frequencies.Length; i++)
            {
                _block[i] = frequencies[i] - 1;
                positionsBefore += frequencies[i];
            }
            PackedBlock.Write(_docBytes, _block);
        }
        for (var i = blocks * PackedBlock.Size; i < docs.Length; i++)
        {
            var delta = docs[i] - last - 1;
            last = docs[i];
            _docBytes.Varint(delta);
            if (HasPositions)
            {
                _docBytes.Varint(freqs[i] - 1);
            }
        }

        if (HasPositions)
        {
            _out.Int32((skips.Length * 4) + _docBytes.Length);
        }
        foreach (var value in skips)
        {
            _out.Int32(value);
        }
        _out.Bytes(_docBytes.Written);
        _out.Bytes(_positionBytes.Written);
    }

    private List<int> WritePositions()
    {
        var positions = CollectionsMarshal.AsSpan(_positions);
        var offsets = new List<int>((positions.Length / PackedBlock.Size) + 1);
        var at = 0;
        for (; at + PackedBlock.Size <= positions.Length; at += PackedBlock.Size)
        {
            offsets.Add(_positionBytes.Length);
            PackedBlock.Write(_positionBytes, positions.Slice(at, PackedBlock.Size));
        }
        offsets.Add(_positionBytes.Length);
        foreach (var position in positions[at..])
        {
            _positionBytes.Varint(position);
        }
        return offsets;
    }
}
