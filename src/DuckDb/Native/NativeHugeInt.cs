namespace Purbalingga.DuckDb.Native;

/// <summary><c>duckdb_hugeint</c>: 128 bits, two's complement.</summary>
internal readonly record struct NativeHugeInt(ulong Lower, long Upper)
{
    public static NativeHugeInt From(Int128 value) => new((ulong)value, (long)(value >> 64));

    public Int128 ToInt128() => new((ulong)Upper, Lower);
}
