namespace Purbalingga.Tables;

/// <summary>Why a row of the file is not a row of the table.</summary>
public enum LeftOutReason
{
    /// <summary>Above the header: the table's title, agency, period.</summary>
    Title,

    /// <summary>The header's <c>(1) (2) (3)</c> line.</summary>
    ColumnNumbers,

    /// <summary>The header once more, as at the top of each printed page.</summary>
    RepeatedHeader,
    Blank,

    /// <summary>Sums at the foot; they would be counted twice.</summary>
    Total,

    /// <summary>Source and remarks at the foot.</summary>
    Note,

    /// <summary>Place, date, office, name and NIP of who signed.</summary>
    Signature,

    /// <summary>An operator left it out.</summary>
    Correction,
}
