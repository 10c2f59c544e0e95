using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Lines that tell the owner of a file what its loading did; the oldest go when there are too many.</summary>
internal sealed class LoadLog(TimeProvider clock)
{
    private const int MaxLines = 200;
    private readonly Lock _lock = new();
    private readonly List<(DateTime Time, TableMessage Text)> _lines = [];

    public void Write(TableMessage text)
    {
        lock (_lock)
        {
            if (_lines.Count == MaxLines)
            {
                _lines.RemoveAt(0);
            }

            _lines.Add((clock.Now(), text));
        }
    }

    /// <summary><c>[{time, message_id, message_en}]</c></summary>
    public JsonArray ToJson()
    {
        lock (_lock)
        {
            return [.. _lines.Select(l => new JsonObject { ["time"] = Clock.Text(l.Time), ["message_id"] = l.Text.Indonesian, ["message_en"] = l.Text.English })];
        }
    }

    public override string ToString() => ToJson().ToJsonString(CatalogJson.Options);
}
