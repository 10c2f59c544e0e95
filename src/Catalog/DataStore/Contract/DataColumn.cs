namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A column of a table or of an answer.</summary>
/// <param name="Name">1 to 63 characters; checked by the actions (no quotation mark, no control signs, no leading underscore).</param>
/// <param name="Type">
/// PostgreSQL's short type name, as answers show it: text, int4, int8, int2, numeric, float8, float4, bool, date, time, timestamp, timestamptz, json, jsonb,
/// uuid, arrays with a leading underscore (<c>_text</c>). <c>_id</c> is <c>int</c>, ranks are <c>float</c>.
/// </param>
/// <param name="InfoJson">The data dictionary's entry: one JSON object; null for none.</param>
public sealed record DataColumn(string Name, string Type, string? InfoJson = null);
