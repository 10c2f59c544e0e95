using System.Runtime.InteropServices;
using Purbalingga.Search.Searching;

namespace Purbalingga.Search.Segments;

/// <summary>One field of a segment: where its parts lie, and columns made from them when first needed.</summary>
internal sealed class SegmentField
{
    private readonly int _blocksStart;
    private readonly int _valuesStart;
    private readonly int _valueCount;
    private readonly bool _isDense;
    private OrdinalColumn? _ordinals;
    private NumberColumn? _numbers;

    public SegmentField(byte[] data, int documents, ref ByteReader directory)
    {
        Data = data;
        Documents = documents;
        Name = directory.Text();
        Kind = (FieldKind)directory.Byte();
        TermCount = directory.Int32();
        PostingsStart = directory.Int32();
        DictionaryStart = directory.Int32();
        _blocksStart = directory.Int32();
        _valuesStart = directory.Int32();
        _valueCount = directory.Int32();
        _isDense = directory.Byte() == 1;
        LengthSum = directory.Int64();
    }

    public byte[] Data { get; }

    /// <summary>Documents of the segment, with or without this field.</summary>
    public int Documents { get; }

    public string Name { get; }

    public FieldKind Kind { get; }

    public int TermCount { get; }

    public int PostingsStart { get; }

    public int DictionaryStart { get; }

    public int BlockCount => (TermCount + FieldWriter.TermsPerBlock - 1) / FieldWriter.TermsPerBlock;

    /// <summary>Words of all documents in this field; text fields only.</summary>
    public long LengthSum { get; }

    /// <summary>Documents that have words; text fields only.</summary>
    public int DocumentsWithLength => Kind == FieldKind.Text ? _valueCount : 0;

    /// <summary>Whether frequencies and positions are there.</summary>
    public bool HasPositions => Kind == FieldKind.Text;

    /// <summary>Facet and sort values by document.</summary>
    public OrdinalColumn Ordinals => Volatile.Read(ref _ordinals) ?? Publish(ref _ordinals, OrdinalColumn.Build(this));

    /// <summary>Whether <see cref="Ordinals"/> was ever needed, so that a merge makes it ready before it is asked for.</summary>
    public bool HasOrdinals => Volatile.Read(ref _ordinals) is not null;

    /// <summary>Numbers or times by document.</summary>
    public NumberColumn Numbers => Volatile.Read(ref _numbers) ?? Publish(ref _numbers, NumberColumn.Build(this));

    /// <summary>Last numbering over all segments that this field was mapped onto; replaced at will, both are right.</summary>
    public GlobalOrdinalsMap? GlobalMap { get; set; }

    /// <summary>Where a dictionary block starts in the data.</summary>
    public int BlockStart(int block) => DictionaryStart + MemoryMarshal.Read<int>(Data.AsSpan(_blocksStart + (block * 4)));

    /// <summary>Codes of the texts' lengths.</summary>
    public LengthReader Lengths() => new(Data, _valuesStart, _valueCount, _isDense);

    /// <summary>Documents with their lengths, ascending; as many as the code keeps exactly.</summary>
    public IEnumerable<(int Doc, int Length)> AllLengths()
    {
        if (_isDense)
        {
            for (var doc = 0; doc < Documents; doc++)
            {
                if (Data[_valuesStart + doc] is var code and not 0)
                {
                    yield return (doc, LengthCode.Decode(code));
                }
            }
            yield break;
        }
        for (var i = 0; i < _valueCount; i++)
        {
            yield return (MemoryMarshal.Read<int>(Data.AsSpan(_valuesStart + (i * 4))), LengthCode.Decode(Data[_valuesStart + (_valueCount * 4) + i]));
        }
    }

    /// <summary>Documents with their numbers, ascending by document, then by number.</summary>
    public IEnumerable<(int Doc, long Value)> AllNumbers()
    {
        var values = _valuesStart + (_isDense ? 0 : _valueCount * 4);
        for (var i = 0; i < _valueCount; i++)
        {
            var doc = _isDense ? i : MemoryMarshal.Read<int>(Data.AsSpan(_valuesStart + (i * 4)));
            yield return (doc, MemoryMarshal.Read<long>(Data.AsSpan(values + (i * 8))));
        }
    }

    // Two readers may build the same column at once; one of the two is kept, both are right
    private static T Publish<T>(ref T? field, T made)
        where T : class => Interlocked.CompareExchange(ref field, made, null) ?? made;
}
