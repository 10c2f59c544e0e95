using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.ActionApi;

/// <summary>A multipart form whose files lie in the store.</summary>
/// <param name="Fields">Text fields in their order.</param>
/// <param name="Files">By field name.</param>
internal sealed record UploadForm(List<KeyValuePair<string, string>> Fields, Dictionary<string, UploadedFile> Files);
