using System.Runtime.InteropServices;

namespace Purbalingga.Search.Segments;

/// <summary>Walks the documents of a term block by block. Not safe for several threads.</summary>
internal sealed class PostingsCursor
{
    private readonly int[] _docs = new int[PackedBlock.Size];
    private readonly int[] _freqs = new int[PackedBlock.Size];
    private readonly byte[] _data;
    private readonly bool _hasPositions;
    private readonly int _count;
    private readonly int _fullBlocks;
    private readonly int _skipsStart;
    private readonly int _docsStart;
    private int _block = -1;
    private int _next;
    private bool _isSingle;

    /// <summary>Opens the postings of a term.</summary>
    /// <param name="documentCount">Documents of the term, from the dictionary.</param>
    /// <param name="pointer">Pointer of the term, from the dictionary.</param>
    public PostingsCursor(SegmentField field, int documentCount, int pointer)
    {
        _data = field.Data;
        _hasPositions = field.HasPositions;
        _count = documentCount;
        _fullBlocks = documentCount / PackedBlock.Size;
        if (documentCount == 1 && !_hasPositions)
        {
            _isSingle = true;
            _docs[0] = pointer;
            return;
        }
        if (_hasPositions)
        {
            var length = MemoryMarshal.Read<int>(_data.AsSpan(pointer));
            pointer += 4;
            PositionsStart = pointer + length;
        }
        _skipsStart = pointer;
        _docsStart = pointer + (_fullBlocks * SkipBytes);
        _next = _docsStart;
    }

    /// <summary>Documents of the current block.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Length);

    /// <summary>How often the word stands in each document of the current block; text fields only.</summary>
    public ReadOnlySpan<int> Frequencies => _freqs.AsSpan(0, Length);

    /// <summary>Documents in the current block.</summary>
    public int Length { get; private set; }

    /// <summary>Where the positions of the term start.</summary>
    public int PositionsStart { get; }

    /// <summary>Positions before the current block, and where the position block that they end in starts, relative to <see cref="PositionsStart"/>.</summary>
    public (int Before, int Offset) PositionsOfBlock { get; private set; }

    private int SkipBytes => _hasPositions ? 16 : 8;

    /// <summary>Goes to the next block.</summary>
    public bool NextBlock() => Load(_block + 1);

    /// <summary>Goes to the first block, from the current one on, that ends at or behind a document.</summary>
    /// <returns>False when there is none.</returns>
    public bool SkipTo(int doc)
    {
        if (Length > 0 && _docs[Length - 1] >= doc)
        {
            return true;
        }
        var low = Math.Max(_block + (Length > 0 ? 1 : 0), 0);
        if (low < _fullBlocks && LastOf(low) < doc)
        {
            var high = _fullBlocks;
            low++;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (LastOf(middle) < doc)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }
        }
        return Load(low) && _docs[Length - 1] >= doc;
    }

    private int LastOf(int block) => MemoryMarshal.Read<int>(_data.AsSpan(_skipsStart + (block * SkipBytes)));

    private bool Load(int block)
    {
        if (_isSingle)
        {
            Length = block == 0 ? 1 : 0;
            _block = block;
            return block == 0;
        }
        if (block < _fullBlocks)
        {
            LoadFull(block);
            return true;
        }
        if (block == _fullBlocks && _count > _fullBlocks * PackedBlock.Size)
        {
            LoadTail();
            return true;
        }
        _block = block;
        Length = 0;
        return false;
    }

    private void LoadFull(int block)
    {
        var skip = _skipsStart + (block * SkipBytes);
        var at = _docsStart + MemoryMarshal.Read<int>(_data.AsSpan(skip + 4));
        at = PackedBlock.Read(_data, at, _docs);
        var last = block == 0 ? -1 : LastOf(block - 1);
        foreach (ref var doc in _docs.AsSpan())
        {
            last += doc + 1;
            doc = last;
        }
        if (_hasPositions)
        {
            PositionsOfBlock = (MemoryMarshal.Read<int>(_data.AsSpan(skip + 8)), MemoryMarshal.Read<int>(_data.AsSpan(skip + 12)));
            at = PackedBlock.Read(_data, at, _freqs);
            foreach (ref var freq in _freqs.AsSpan())
            {
                freq++;
            }
        }
        _next = at;
        _block = block;
        Length = PackedBlock.Size;
    }

    private void LoadTail()
    {
        var last = -1;
        if (_fullBlocks > 0)
        {
            // the tail has no skip of its own: it starts where the last full block ends
            if (_block != _fullBlocks - 1 || Length == 0)
            {
                LoadFull(_fullBlocks - 1);
            }
            last = _docs[PackedBlock.Size - 1];
            if (_hasPositions)
            {
                var before = PositionsOfBlock.Before;
                foreach (var freq in _freqs)
                {
                    before += freq;
                }
                PositionsOfBlock = (before, PositionOffset(PositionsOfBlock, before));
            }
        }
        else
        {
            _next = _docsStart;
            PositionsOfBlock = (0, 0);
        }
        var reader = new ByteReader(_data, _next);
        var count = _count - (_fullBlocks * PackedBlock.Size);
        for (var i = 0; i < count; i++)
        {
            last += reader.Varint() + 1;
            _docs[i] = last;
            if (_hasPositions)
            {
                _freqs[i] = reader.Varint() + 1;
            }
        }
        _block = _fullBlocks;
        Length = count;
    }

    private int PositionOffset((int Before, int Offset) from, int target)
    {
        var offset = from.Offset;
        for (var block = from.Before / PackedBlock.Size; block < target / PackedBlock.Size; block++)
        {
            offset += PackedBlock.LengthAt(_data, PositionsStart + offset);
        }
        return offset;
    }
}
