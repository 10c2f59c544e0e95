namespace Purbalingga.Search.Analysis;

/// <summary>Words an analyzer found in one text, reused from text to text.</summary>
public sealed class TokenBuffer
{
    private char[] _chars = new char[1024];
    private (int Start, int Length, int Position)[] _tokens = new (int, int, int)[128];
    private int _used;

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>Letters of a word.</summary>
    public ReadOnlySpan<char> this[int index] => _chars.AsSpan(_tokens[index].Start, _tokens[index].Length);

    /// <summary>Position of a word, from 0; words that stand for the same place share it.</summary>
    public int PositionOf(int index) => _tokens[index].Position;

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        Count = 0;
        _used = 0;
    }

    /// <summary>Adds a word.</summary>
    /// <param name="word">Its letters; empty words are ignored.</param>
    /// <param name="position">Its position; never below that of the word before.</param>
    public void Add(ReadOnlySpan<char> word, int position)
    {
        if (word.IsEmpty)
        {
            return;
        }
        if (_used + word.Length > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _used + word.Length));
        }
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _tokens.Length * 2);
        }
        word.CopyTo(_chars.AsSpan(_used));
        _tokens[Count++] = (_used, word.Length, position);
        _used += word.Length;
    }
}
