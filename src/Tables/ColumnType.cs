#pragma warning disable CA1720 // Integer is the word that every standard of tables uses
namespace Purbalingga.Tables;

/// <summary>Type of a column, by the evidence of its values.</summary>
public enum ColumnType
{
    Text,

    /// <summary>Whole numbers of at most 15 digits (longer ones are identifiers and stay text).</summary>
    Integer,
    Number,
    Date,
    DateTime,
    Boolean,
}
