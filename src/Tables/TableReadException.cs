namespace Purbalingga.Tables;

/// <summary>A file cannot be read as a table. Says where, and what its owner can do, in Indonesian and English.</summary>
public sealed class TableReadException : Exception
{
    public TableReadException(TableMessage text, Exception? inner = null)
        : base((text ?? throw new ArgumentNullException(nameof(text))).English, inner) => Text = text;

    public TableReadException(string message) : this(new TableMessage(message, message))
    {
    }

    public TableReadException(string message, Exception inner) : this(new TableMessage(message, message), inner)
    {
    }

    public TableReadException() : this(TableMessages.Unreadable)
    {
    }

    /// <summary>What is wrong and what to do; names the place itself.</summary>
    public TableMessage Text { get; }

    /// <summary>The file is sound but holds no table, as a zip of maps or a JSON of settings; wrong only where its owner says that it is one.</summary>
    public bool IsNoTable { get; init; }

    /// <summary>Sheet of a workbook; null for delimited text or when the whole file is meant.</summary>
    public string? Sheet { get; init; }

    /// <summary>Row (in text: line) as in the file, 1-based; null when the whole file is meant.</summary>
    public int? Row { get; init; }

    /// <summary>Column label, or its letter where there is no label.</summary>
    public string? Column { get; init; }

    /// <summary>The offending value, cut to 200 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Type that the value was expected to have; null for other errors.</summary>
    public ColumnType? Expected { get; init; }
}
