namespace Purbalingga.Tables;

/// <summary>Type that the file itself gives a cell. Cells of delimited text are only ever Text or Empty.</summary>
public enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Boolean,

    /// <summary>A day without time.</summary>
    Date,
    DateTime,

    /// <summary>A spreadsheet error such as <c>#N/A</c> or <c>#DIV/0!</c>.</summary>
    Error,
}
