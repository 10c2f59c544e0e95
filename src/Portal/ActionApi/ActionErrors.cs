using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.ActionApi;

/// <summary>The one table from what an action raised to status and <c>error</c>.</summary>
internal sealed class ActionErrors(ILogger<ActionErrors> log)
{
    /// <param name="data">What the caller sent, given back with integrity errors.</param>
    public (int Status, JsonObject Error) Describe(Exception raised, string action, JsonObject data, string requestId)
    {
        switch (raised)
        {
            case InvalidException invalid:
                var errors = invalid.Errors.DeepClone().AsObject();
                errors["__type"] = "Validation Error";
                return (StatusCodes.Status409Conflict, errors);
            case NotFoundException:
                return (StatusCodes.Status404NotFound, Simple("Not Found Error", raised.Message));
            case NotAuthorizedException:
                return (StatusCodes.Status403Forbidden, Simple("Authorization Error", raised.Message));
            case SearchQueryException:
                return (StatusCodes.Status400BadRequest, Simple("Search Query Error", raised.Message));
            case SearchFailedException:
                return (StatusCodes.Status409Conflict, Simple("Search Error", raised.Message));
            case IntegrityException structure:
                var integrity = Simple("Integrity Error", raised.Message);
                integrity["data"] = (structure.Input ?? data).DeepClone();
                return (StatusCodes.Status400BadRequest, integrity);
            case UploadRefusedException refused:
                return (StatusCodes.Status409Conflict, new JsonObject
                {
                    [refused.Field] = new JsonArray("File upload too large"),
                    ["__type"] = "Validation Error",
                });
            default:
                log.LogError(raised, "Action {Action} failed, request {RequestId}", action, requestId);
                var unexpected = Simple("Internal Server Error", "Internal Server Error");
                unexpected["request_id"] = requestId;
                return (StatusCodes.Status500InternalServerError, unexpected);
        }
    }

    private static JsonObject Simple(string type, string message) => new() { ["__type"] = type, ["message"] = message };
}
