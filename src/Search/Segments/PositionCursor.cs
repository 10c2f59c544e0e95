namespace Purbalingga.Search.Segments;

/// <summary>Finds documents of a term and reads the positions in them; forward only. Not safe for several threads.</summary>
internal sealed class PositionCursor(SegmentField field, int documentCount, int occurrenceCount, int pointer)
{
    private readonly int[] _buffer = new int[PackedBlock.Size];
    private readonly PostingsCursor _postings = new(field, documentCount, pointer);
    private readonly int _fullBlocks = occurrenceCount / PackedBlock.Size;
    private int[] _positions = new int[16];
    private int _index;
    private int _blockOfIndex = -1;
    private int _read;
    private int _at;
    private int _buffered = -1;

    /// <summary>Positions in the document found, ascending.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Count);

    /// <summary>Number of positions in the document found.</summary>
    public int Count { get; private set; }

    /// <summary>Goes to a document and reads its positions.</summary>
    /// <returns>False when the term does not stand in it.</returns>
    public bool MoveTo(int doc)
    {
        if (!_postings.SkipTo(doc))
        {
            return false;
        }
        var docs = _postings.Docs;
        if (_blockOfIndex != docs[0])
        {
            _blockOfIndex = docs[0];
            _index = 0;
            SeekPosition(_postings.PositionsOfBlock.Before, _postings.PositionsOfBlock.Offset);
        }
        var frequencies = _postings.Frequencies;
        var skip = 0;
        while (_index < docs.Length && docs[_index] < doc)
        {
            skip += frequencies[_index++];
        }
        Skip(skip);
        if (_index >= docs.Length || docs[_index] != doc)
        {
            return false;
        }
        Count = frequencies[_index++];
        if (_positions.Length < Count)
        {
            _positions = new int[Count * 2];
        }
        var last = 0;
        for (var i = 0; i < Count; i++)
        {
            last += Read();
            _positions[i] = last;
        }
        return true;
    }

    private void SeekPosition(int index, int offset)
    {
        _at = _postings.PositionsStart + offset;
        _read = index / PackedBlock.Size * PackedBlock.Size;
        _buffered = -1;
        Skip(index - _read);
    }

    private void Skip(int count)
    {
        while (count > 0)
        {
            var inBlock = _read % PackedBlock.Size;
            if (inBlock == 0 && count >= PackedBlock.Size && _read / PackedBlock.Size < _fullBlocks && _buffered != _read / PackedBlock.Size)
            {
                _at += PackedBlock.LengthAt(field.Data, _at);
                _read += PackedBlock.Size;
                count -= PackedBlock.Size;
                continue;
            }
            Read();
            count--;
        }
    }

    private int Read()
    {
        var block = _read / PackedBlock.Size;
        if (block >= _fullBlocks)
        {
            _read++;
            var reader = new ByteReader(field.Data, _at);
            var value = reader.Varint();
            _at = reader.Position;
            return value;
        }
        if (_buffered != block)
        {
            _at = PackedBlock.Read(field.Data, _at, _buffer);
            _buffered = block;
        }
        return _buffer[_read++ % PackedBlock.Size];
    }
}
