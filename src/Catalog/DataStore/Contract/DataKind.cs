namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What a cell holds.</summary>
public enum DataKind : byte
{
    /// <summary>The row does not have the column at all: null in a new row, left as it is in one that is changed. Never comes out of a table.</summary>
    Missing = 0,

    Null,

    Boolean,

    /// <summary>int2, int4, int8.</summary>
    Whole,

    /// <summary>float4, float8; NaN and infinities are allowed.</summary>
    Real,

    /// <summary>numeric, as PostgreSQL writes it: digits, one point, no exponent, or <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    Numeric,

    Text,

    /// <summary>Days since 1970-01-01.</summary>
    Date,

    /// <summary>Microseconds since midnight.</summary>
    Time,

    /// <summary>Microseconds since 1970-01-01 without a zone.</summary>
    Timestamp,

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    TimestampTz,

    /// <summary>JSON text: values of json and jsonb columns, and arrays as JSON lists.</summary>
    Json,
}
