using System.Globalization;
using System.Text;
using System.Text.Json;
using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>Values of one column in one chunk. Rows are counted from 0; ask <see cref="IsNull"/> first, a null row holds no sense.</summary>
public readonly unsafe ref struct DuckVector
{
    private readonly DuckChunk _chunk;
    private readonly nint _vector;
    private readonly byte* _data;
    private readonly ulong* _validity;
    private readonly long _count;

    internal DuckVector(DuckChunk chunk, nint vector, DuckType type, long count)
    {
        (_chunk, _vector, _count, Type) = (chunk, vector, count, type);
        _data = (byte*)Api.VectorData(vector);
        _validity = Api.VectorValidity(vector);
    }

    public DuckType Type { get; }

    public bool IsNull(long row)
    {
        Check(row);
        return _validity != null && (_validity[row >> 6] >> (int)(row & 63) & 1) == 0;
    }

    public bool Boolean(long row) => At<byte>(row) != 0;

    /// <summary>Any whole number up to 64 bits; also days of a date, microseconds of time and timestamp in their own unit.</summary>
    public long Int64(long row) => Type.Id switch
    {
        DuckTypeId.BigInt or DuckTypeId.Timestamp or DuckTypeId.TimestampTz or DuckTypeId.Time or DuckTypeId.TimestampSeconds
            or DuckTypeId.TimestampMilliseconds or DuckTypeId.TimestampNanoseconds or DuckTypeId.TimeNanoseconds => At<long>(row),
        DuckTypeId.Integer or DuckTypeId.Date => At<int>(row),
        DuckTypeId.SmallInt => At<short>(row),
        DuckTypeId.TinyInt => At<sbyte>(row),
        DuckTypeId.UTinyInt => At<byte>(row),
        DuckTypeId.USmallInt => At<ushort>(row),
        DuckTypeId.UInteger => At<uint>(row),
        DuckTypeId.UBigInt => checked((long)At<ulong>(row)),
        DuckTypeId.HugeInt => checked((long)At<NativeHugeInt>(row).ToInt128()),
        DuckTypeId.Boolean => At<byte>(row),
        _ => throw Mismatch("a whole number"),
    };

    /// <summary>Microseconds since 1970-01-01 of any timestamp.</summary>
    public long Microseconds(long row) => Type.Id switch
    {
        DuckTypeId.Timestamp or DuckTypeId.TimestampTz => At<long>(row),
        DuckTypeId.TimestampSeconds => checked(At<long>(row) * 1_000_000),
        DuckTypeId.TimestampMilliseconds => checked(At<long>(row) * 1_000),
        DuckTypeId.TimestampNanoseconds => At<long>(row) / 1_000,
        DuckTypeId.Date => At<int>(row) * 86_400_000_000L,
        _ => throw Mismatch("a timestamp"),
    };

    public double Double(long row) => Type.Id switch
    {
        DuckTypeId.Double => At<double>(row),
        DuckTypeId.Float => At<float>(row),
        _ => throw Mismatch("a floating number"),
    };

    /// <summary>A whole number of up to 128 bits, or the digits of a decimal without its point.</summary>
    public Int128 Int128(long row) => Type.Id switch
    {
        DuckTypeId.HugeInt => At<NativeHugeInt>(row).ToInt128(),
        DuckTypeId.UBigInt => At<ulong>(row),
        DuckTypeId.Decimal => Type.Width switch
        {
            <= 4 => At<short>(row),
            <= 9 => At<int>(row),
            <= 18 => At<long>(row),
            _ => At<NativeHugeInt>(row).ToInt128(),
        },
        _ => Int64(row),
    };

    public UInt128 UInt128(long row) => Type.Id == DuckTypeId.UHugeInt
        ? new UInt128((ulong)At<NativeHugeInt>(row).Upper, At<NativeHugeInt>(row).Lower)
        : throw Mismatch("an unsigned number of 128 bits");

    public Guid Uuid(long row)
    {
        // Kept so that it sorts as a signed number: the highest bit is turned
        var value = At<NativeHugeInt>(row);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, value.Upper ^ long.MinValue);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], value.Lower);
        return Type.Id == DuckTypeId.Uuid ? new Guid(bytes, bigEndian: true) : throw Mismatch("a UUID");
    }

    /// <summary>Bytes of a text (UTF-8), a blob or a bit string, in DuckDB's memory until the chunk is disposed.</summary>
    public ReadOnlySpan<byte> Bytes(long row)
    {
        if (Type.Id is not (DuckTypeId.Varchar or DuckTypeId.Blob or DuckTypeId.Bit or DuckTypeId.BigNum))
        {
            throw Mismatch("bytes");
        }

        // duckdb_string_t: up to 12 bytes stand in place, longer ones behind a pointer
        var place = Place(row, 16);
        var length = *(uint*)place;
        return new ReadOnlySpan<byte>(length <= 12 ? place + 4 : *(byte**)(place + 8), checked((int)length));
    }

    /// <summary>Any value as DuckDB's cast to text writes it; nested values as JSON.</summary>
    public string Text(long row) => Type.Id switch
    {
        DuckTypeId.Varchar => Encoding.UTF8.GetString(Bytes(row)),
        DuckTypeId.Boolean => Boolean(row) ? "true" : "false",
        DuckTypeId.Float => At<float>(row).ToString("R", CultureInfo.InvariantCulture),
        DuckTypeId.Double => Double(row).ToString("R", CultureInfo.InvariantCulture),
        DuckTypeId.Decimal => DuckText.Decimal(Int128(row), Type.Scale),
        DuckTypeId.HugeInt => Int128(row).ToString(CultureInfo.InvariantCulture),
        DuckTypeId.UHugeInt => UInt128(row).ToString(CultureInfo.InvariantCulture),
        DuckTypeId.UBigInt => At<ulong>(row).ToString(CultureInfo.InvariantCulture),
        DuckTypeId.Date => DuckText.Date(At<int>(row)),
        DuckTypeId.Time => DuckText.Time(At<long>(row)),
        DuckTypeId.TimeNanoseconds => DuckText.Time(At<long>(row) / 1000),
        DuckTypeId.TimeTz => DuckText.TimeTz(At<ulong>(row)),
        DuckTypeId.Timestamp or DuckTypeId.TimestampSeconds or DuckTypeId.TimestampMilliseconds or DuckTypeId.TimestampNanoseconds =>
            DuckText.Timestamp(Microseconds(row), ' '),
        DuckTypeId.TimestampTz => DuckText.Timestamp(Microseconds(row), ' ') + "+00",
        DuckTypeId.Interval => DuckText.Interval(*(int*)Place(row, 16), *(int*)(Place(row, 16) + 4), *(long*)(Place(row, 16) + 8)),
        DuckTypeId.Uuid => Uuid(row).ToString(),
        DuckTypeId.Enum => Type.Labels[EnumIndex(row)],
        DuckTypeId.Blob => "\\x" + Convert.ToHexStringLower(Bytes(row)),
        DuckTypeId.Bit => DuckText.Bits(Bytes(row)),
        DuckTypeId.List or DuckTypeId.Struct or DuckTypeId.Map or DuckTypeId.Array or DuckTypeId.Union => Json(row),
        DuckTypeId.BigNum or DuckTypeId.Any or DuckTypeId.Invalid => throw new DuckException(DuckErrorType.NotImplemented, $"Values of type {Type} cannot be read"),
        _ => Int64(row).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>One value as JSON text.</summary>
    public string Json(long row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            WriteJson(json, row);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>
    /// Writes one value: numbers as numbers (NaN and infinities as texts), lists as lists, structs and maps as objects, a text that is JSON as that JSON, all others
    /// as text.
    /// </summary>
    public void WriteJson(Utf8JsonWriter json, long row)
    {
        if (IsNull(row))
        {
            json.WriteNullValue();
            return;
        }

        switch (Type.Id)
        {
            case DuckTypeId.Boolean:
                json.WriteBooleanValue(Boolean(row));
                break;
            case DuckTypeId.TinyInt or DuckTypeId.SmallInt or DuckTypeId.Integer or DuckTypeId.BigInt or DuckTypeId.UTinyInt or DuckTypeId.USmallInt
                or DuckTypeId.UInteger or DuckTypeId.UBigInt or DuckTypeId.HugeInt or DuckTypeId.UHugeInt or DuckTypeId.Decimal:
                json.WriteRawValue(Text(row), skipInputValidation: true);
                break;
            case DuckTypeId.Float or DuckTypeId.Double when double.IsFinite(Double(row)):
                json.WriteRawValue(Text(row), skipInputValidation: true);
                break;
            case DuckTypeId.Varchar when Type.Alias == "JSON":
                json.WriteRawValue(Bytes(row));
                break;
            case DuckTypeId.Varchar:
                json.WriteStringValue(Bytes(row));
                break;
            case DuckTypeId.List:
                var entry = (ulong*)Place(row, 16);
                WriteItems(json, new(_chunk, Api.ListChild(_vector), Type.Parts[0].Type, (long)Api.ListSize(_vector)), (long)entry[0], (long)entry[1]);
                break;
            case DuckTypeId.Array:
                Check(row);
                WriteItems(json, new(_chunk, Api.ArrayChild(_vector), Type.Parts[0].Type, _count * Type.Length), row * Type.Length, Type.Length);
                break;
            case DuckTypeId.Map:
                WriteMap(json, row);
                break;
            case DuckTypeId.Struct:
                WriteStruct(json, row);
                break;
            case DuckTypeId.Union:
                // The first child is the tag
                var tag = new DuckVector(_chunk, Api.StructChild(_vector, 0), Type, _count).At<byte>(row);
                new DuckVector(_chunk, Api.StructChild(_vector, (ulong)tag + 1), Type.Parts[tag].Type, _count).WriteJson(json, row);
                break;
            default:
                json.WriteStringValue(Text(row));
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter json, DuckVector items, long from, long count)
    {
        json.WriteStartArray();
        for (var i = 0L; i < count; i++)
        {
            items.WriteJson(json, from + i);
        }

        json.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter json, long row)
    {
        // A list of structs of key and value
        var entry = (ulong*)Place(row, 16);
        var pairs = Api.ListChild(_vector);
        var size = (long)Api.ListSize(_vector);
        var keys = new DuckVector(_chunk, Api.StructChild(pairs, 0), Type.Parts[0].Type, size);
        var values = new DuckVector(_chunk, Api.StructChild(pairs, 1), Type.Parts[1].Type, size);
        json.WriteStartObject();
        for (var i = (long)entry[0]; i < (long)(entry[0] + entry[1]); i++)
        {
            json.WritePropertyName(keys.Text(i));
            values.WriteJson(json, i);
        }

        json.WriteEndObject();
    }

    private void WriteStruct(Utf8JsonWriter json, long row)
    {
        json.WriteStartObject();
        for (var i = 0; i < Type.Parts.Count; i++)
        {
            json.WritePropertyName(Type.Parts[i].Name);
            new DuckVector(_chunk, Api.StructChild(_vector, (ulong)i), Type.Parts[i].Type, _count).WriteJson(json, row);
        }

        json.WriteEndObject();
    }

    private int EnumIndex(long row) => Type.Labels.Count switch
    {
        <= byte.MaxValue => At<byte>(row),
        <= ushort.MaxValue => At<ushort>(row),
        _ => checked((int)At<uint>(row)),
    };

    private T At<T>(long row)
        where T : unmanaged => *(T*)Place(row, sizeof(T));

    private byte* Place(long row, int size)
    {
        Check(row);
        return _data + row * size;
    }

    // The memory is DuckDB's: nothing may be read outside of it or after it was given back
    private void Check(long row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)row, (ulong)_count, nameof(row));
        ObjectDisposedException.ThrowIf(_chunk.IsDisposed, typeof(DuckChunk));
    }

    private DuckException Mismatch(string wanted) => new(DuckErrorType.InvalidInput, $"A value of type {Type} is not {wanted}");
}
