using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>PostgreSQL's names of what a query gives.</summary>
internal static class AnswerTypes
{
    public static string Of(DuckType type) => type.Id switch
    {
        DuckTypeId.Boolean => "bool",
        DuckTypeId.TinyInt or DuckTypeId.SmallInt or DuckTypeId.UTinyInt => "int2",
        DuckTypeId.Integer or DuckTypeId.USmallInt => "int4",
        DuckTypeId.BigInt or DuckTypeId.UInteger => "int8",
        DuckTypeId.HugeInt or DuckTypeId.UHugeInt or DuckTypeId.UBigInt or DuckTypeId.Decimal => "numeric",
        DuckTypeId.Float => "float4",
        DuckTypeId.Double => "float8",
        DuckTypeId.Date => "date",
        DuckTypeId.Time => "time",
        DuckTypeId.Timestamp or DuckTypeId.TimestampSeconds or DuckTypeId.TimestampMilliseconds or DuckTypeId.TimestampNanoseconds => "timestamp",
        DuckTypeId.TimestampTz => "timestamptz",
        DuckTypeId.Uuid => "uuid",
        DuckTypeId.List or DuckTypeId.Array or DuckTypeId.Struct or DuckTypeId.Map or DuckTypeId.Union => "json",
        DuckTypeId.Varchar when type.Alias == "JSON" => "json",
        _ => "text",
    };
}
