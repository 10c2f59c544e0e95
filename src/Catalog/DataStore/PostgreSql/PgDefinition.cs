using System.Text.Json;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>What the describing schema keeps of a table, as one JSON document beside it.</summary>
internal sealed record PgDefinition(List<DataColumn> Columns, List<DataIndex> Indexes)
{
    public static PgDefinition Of(string json) => JsonSerializer.Deserialize<PgDefinition>(json)!;

    public string Json() => JsonSerializer.Serialize(this);
}
