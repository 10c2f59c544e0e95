namespace Purbalingga.Portal.ActionApi;

/// <summary>A file so far over its limit that the rest of the request is not waited for.</summary>
/// <param name="field">The form field it came in.</param>
internal sealed class UploadRefusedException(string field) : Exception("File upload too large")
{
    public string Field { get; } = field;
}
