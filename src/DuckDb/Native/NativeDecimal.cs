namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_decimal</c>: digits in all, digits behind the point, and the number without the point.</summary>
internal readonly record struct NativeDecimal(byte Width, byte Scale, NativeHugeInt Value);
