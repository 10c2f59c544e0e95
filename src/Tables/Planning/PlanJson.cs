using System.Text.Json;
using System.Text.Json.Serialization;

namespace Purbalingga.Tables.Planning;

/// <summary>Plans and corrections as JSON: names and enum values in snake case, nulls left out.</summary>
public static class PlanJson
{
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    public static string Write(TablePlan plan) => JsonSerializer.Serialize(plan, Options);

    public static string Write(TableCorrection correction) => JsonSerializer.Serialize(correction, Options);

    /// <exception cref="JsonException">It is no plan.</exception>
    public static TablePlan ReadPlan(string json) => JsonSerializer.Deserialize<TablePlan>(json, Options) ?? throw new JsonException("The plan is null.");

    /// <exception cref="JsonException">It is no correction.</exception>
    public static TableCorrection ReadCorrection(string json) =>
        JsonSerializer.Deserialize<TableCorrection>(json, Options) ?? throw new JsonException("The correction is null.");

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
