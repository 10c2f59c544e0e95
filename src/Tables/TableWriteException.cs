namespace Purbalingga.Tables;

/// <summary>A sound table cannot be written in the wanted format. Says why in Indonesian and English.</summary>
public sealed class TableWriteException : Exception
{
    public TableWriteException(TableMessage text, Exception? inner = null)
        : base((text ?? throw new ArgumentNullException(nameof(text))).English, inner) => Text = text;

    public TableWriteException(string message) : this(new TableMessage(message, message))
    {
    }

    public TableWriteException(string message, Exception inner) : this(new TableMessage(message, message), inner)
    {
    }

    public TableWriteException() : this(TableMessages.Unwritable)
    {
    }

    /// <summary>What is wrong and what to do.</summary>
    public TableMessage Text { get; }
}
