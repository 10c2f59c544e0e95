using System.Text.Json;
using System.Text.Json.Serialization;

namespace Purbalingga.Portal.Pages;

/// <summary>How the pages read results of actions: snake-case names, numbers also from text.</summary>
internal static class ViewJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };
}
