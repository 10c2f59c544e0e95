using System.Text;

namespace Purbalingga.Search.Segments;

/// <summary>Walks and searches the dictionary of a field. Reused; not safe for several threads.</summary>
internal sealed class TermCursor
{
    private SegmentField _field = null!;
    private byte[] _term = new byte[256];
    private int _length;
    private int _next;
    private int _lastOffset;

    /// <summary>Number of the current term in the order of bytes; -1 before the first.</summary>
    public int Ordinal { get; private set; }

    /// <summary>UTF-8 bytes of the current term; they change with the next move.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>Documents with the term, deleted ones included.</summary>
    public int DocumentCount { get; private set; }

    /// <summary>Occurrences of the term; of fields without positions the number of documents.</summary>
    public int OccurrenceCount { get; private set; }

    /// <summary>Where the postings start in the data; the document itself for the only document of a field without positions.</summary>
    public int Pointer { get; private set; }

    public void Reset(SegmentField field)
    {
        _field = field;
        _next = field.DictionaryStart;
        Ordinal = -1;
    }

    public bool Next()
    {
        if (Ordinal + 1 >= _field.TermCount)
        {
            return false;
        }
        Ordinal++;
        var reader = new ByteReader(_field.Data, _next);
        if (Ordinal % FieldWriter.TermsPerBlock == 0)
        {
            _length = 0;
            _lastOffset = 0;
        }
        else
        {
            _length = reader.Varint();
        }
        var rest = reader.Varint();
        if (_term.Length < _length + rest)
        {
            Array.Resize(ref _term, (_length + rest) * 2);
        }
        reader.Bytes(rest).CopyTo(_term.AsSpan(_length));
        _length += rest;
        DocumentCount = reader.Varint();
        OccurrenceCount = DocumentCount + (_field.HasPositions ? reader.Varint() : 0);
        if (DocumentCount == 1 && !_field.HasPositions)
        {
            Pointer = reader.Varint();
        }
        else
        {
            _lastOffset += reader.Varint();
            Pointer = _field.PostingsStart + _lastOffset;
        }
        _next = reader.Position;
        return true;
    }

    /// <summary>Goes to a term.</summary>
    public bool SeekExact(ReadOnlySpan<byte> term) => SeekCeiling(term) && Term.SequenceEqual(term);

    /// <summary>Goes to the first term that is not before the given one.</summary>
    /// <returns>False when all terms are before it.</returns>
    public bool SeekCeiling(ReadOnlySpan<byte> term)
    {
        if (_field.TermCount == 0)
        {
            return false;
        }
        // the last block that does not start behind the term
        var low = 0;
        var high = _field.BlockCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            var reader = new ByteReader(_field.Data, _field.BlockStart(middle));
            if (reader.Bytes(reader.Varint()).SequenceCompareTo(term) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        EnterBlock(low);
        while (Next())
        {
            if (Term.SequenceCompareTo(term) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Goes to a term by its number.</summary>
    public void SeekOrdinal(int ordinal)
    {
        EnterBlock(ordinal / FieldWriter.TermsPerBlock);
        while (Ordinal < ordinal)
        {
            Next();
        }
    }

    /// <summary>The current term as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Term);

    private void EnterBlock(int block)
    {
        _next = _field.BlockStart(block);
        Ordinal = (block * FieldWriter.TermsPerBlock) - 1;
    }
}
