namespace Purbalingga.Portal.ActionApi;

/// <summary>A request whose parameters cannot be read; answered as one JSON string, <c>Bad request: MESSAGE</c>, before any action runs.</summary>
/// <param name="status">400, or 413 for too much.</param>
internal sealed class BadRequestException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>CKAN's words for everything about JSON and forms.</summary>
    public static BadRequestException Json(string message) => new("JSON Error: " + message);

    public static BadRequestException TooLarge(long bytes) =>
        new($"The request body is larger than {bytes} bytes", StatusCodes.Status413PayloadTooLarge);
}
