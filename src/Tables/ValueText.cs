namespace Purbalingga.Tables;

/// <summary>How typed values are written in delimited text.</summary>
public enum ValueText
{
    /// <summary>For programs: <c>1234.56</c>, <c>2025-12-31</c>, <c>true</c>.</summary>
    Invariant,

    /// <summary>As in the file they came from: <c>1.234,56</c>, <c>31/12/2025</c>, <c>Ya</c>.</summary>
    AsWritten,
}
