using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>A type with its parts, read once from DuckDB.</summary>
public sealed class DuckType
{
    private DuckType(DuckTypeId id) => Id = id;

    public DuckTypeId Id { get; }

    /// <summary>Another name, such as <c>JSON</c> for a text; null for none.</summary>
    public string? Alias { get; private init; }

    /// <summary>Digits in all of a decimal; 0 for other types.</summary>
    public int Width { get; private init; }

    /// <summary>Digits behind the point of a decimal.</summary>
    public int Scale { get; private init; }

    /// <summary>Values of one array.</summary>
    public int Length { get; private init; }

    /// <summary>Fields of a struct, members of a union, the item of a list or array, key and value of a map.</summary>
    public IReadOnlyList<(string Name, DuckType Type)> Parts { get; private init; } = [];

    /// <summary>Texts of an enum by their number.</summary>
    public IReadOnlyList<string> Labels { get; private init; } = [];

    /// <summary>The type in the words of SQL, without the parts of nested types.</summary>
    public override string ToString() => Id == DuckTypeId.Decimal ? $"DECIMAL({Width},{Scale})" : Alias ?? Id.ToString().ToUpperInvariant();

    internal static unsafe DuckType Read(LogicalTypeHandle handle)
    {
        using (handle)
        {
            var id = (DuckTypeId)Api.TypeId(handle);
            var alias = Utf8.Take(Api.TypeAlias(handle));
            return new DuckType(id)
            {
                Alias = alias.Length == 0 ? null : alias,
                Width = id == DuckTypeId.Decimal ? Api.DecimalWidth(handle) : 0,
                Scale = id == DuckTypeId.Decimal ? Api.DecimalScale(handle) : 0,
                Length = id == DuckTypeId.Array ? checked((int)Api.ArraySize(handle)) : 0,
                Labels = id == DuckTypeId.Enum ? [.. Count(Api.EnumSize(handle)).Select(i => Utf8.Take(Api.EnumValue(handle, i)))] : [],
                Parts = ReadParts(id, handle),
            };
        }
    }

    private static unsafe (string, DuckType)[] ReadParts(DuckTypeId id, LogicalTypeHandle handle) => id switch
    {
        DuckTypeId.List => [("", Read(Api.ListItem(handle)))],
        DuckTypeId.Array => [("", Read(Api.ArrayItem(handle)))],
        DuckTypeId.Map => [("key", Read(Api.MapKey(handle))), ("value", Read(Api.MapValue(handle)))],
        DuckTypeId.Struct => [.. Count(Api.StructCount(handle)).Select(i => (Utf8.Take(Api.StructName(handle, i)), Read(Api.StructType(handle, i))))],
        DuckTypeId.Union => [.. Count(Api.UnionCount(handle)).Select(i => (Utf8.Take(Api.UnionName(handle, i)), Read(Api.UnionType(handle, i))))],
        _ => [],
    };

    private static IEnumerable<ulong> Count(ulong count)
    {
        for (var i = 0UL; i < count; i++)
        {
            yield return i;
        }
    }
}
