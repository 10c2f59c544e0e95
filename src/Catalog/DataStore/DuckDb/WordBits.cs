using System.Numerics;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A set of row numbers, one bit each.</summary>
internal sealed class WordBits(int most)
{
    private readonly ulong[] _bits = new ulong[(most >> 6) + 1];

    /// <summary>Largest number that it can hold.</summary>
    public int Most => most;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in _bits)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    public bool Has(int id) => (_bits[id >> 6] >> (id & 63) & 1) != 0;

    public void Add(int id) => _bits[id >> 6] |= 1UL << (id & 63);

    public void Remove(int id) => _bits[id >> 6] &= ~(1UL << (id & 63));

    public void Add(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            Add(id);
        }
    }

    public WordBits And(WordBits other) => Combine(other, static (a, b) => a & b);

    public WordBits Or(WordBits other) => Combine(other, static (a, b) => a | b);

    /// <summary>What this has and the other has not.</summary>
    public WordBits Except(WordBits other) => Combine(other, static (a, b) => a & ~b);

    /// <summary>In ascending order.</summary>
    public int[] ToArray()
    {
        var ids = new int[Count];
        var at = 0;
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var rest = _bits[i]; rest != 0; rest &= rest - 1)
            {
                ids[at++] = (i << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return ids;
    }

    private WordBits Combine(WordBits other, Func<ulong, ulong, ulong> with)
    {
        var result = new WordBits(most);
        for (var i = 0; i < _bits.Length; i++)
        {
            result._bits[i] = with(_bits[i], other._bits[i]);
        }

        return result;
    }
}
