using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;

namespace Purbalingga.Portal.ActionApi;

/// <summary>
/// Reads <c>multipart/form-data</c> as a stream: text fields into memory up to a limit, files into the store before any action runs. Files of
/// callers who may not upload anything, and files in fields that no action reads, are thrown away.
/// </summary>
internal sealed class UploadReader(IFileStorage storage, CkanSettings settings)
{
    private const long Megabyte = 1_000_000;
    private const int MaxFields = 10_000;
    private const int MaxFiles = 100;
    private const int MaxTextBytes = 8 << 20;
    private const int MaxAnonymousTextBytes = 1 << 20;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxBoundaryLength = 200;

    /// <summary>What is read and thrown away for the sake of the fields behind it.</summary>
    private const long MaxDiscarded = 16 << 20;

    /// <exception cref="BadRequestException">It is no well-formed form, or too large.</exception>
    /// <exception cref="UploadRefusedException">A file is over its limit and much more would follow.</exception>
    public async Task<UploadForm> ReadAsync(HttpContext context, MediaTypeHeaderValue type, Caller caller)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundaryLength)
        {
            throw new BadRequestException("The multipart form has no boundary");
        }

        var reader = new MultipartReader(boundary, context.Request.Body) { HeadersLengthLimit = MaxHeaderBytes };
        var form = new UploadForm([], []);
        var textLeft = caller.IsAnonymous ? MaxAnonymousTextBytes : MaxTextBytes;
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
                {
                    throw new BadRequestException("A part of the multipart form has no name");
                }

                if (FileNameOf(disposition) is { } fileName)
                {
                    await TakeFileAsync(context, form, section, JsonText.Storable(name), JsonText.Storable(fileName), caller);
                }
                else
                {
                    var value = await ReadTextAsync(section.Body, textLeft, context.RequestAborted);
                    textLeft -= value.Length;
                    form.Fields.Add(new KeyValuePair<string, string>(JsonText.Storable(name), value));
                    if (form.Fields.Count > MaxFields)
                    {
                        throw new BadRequestException($"More than {MaxFields} fields", StatusCodes.Status413PayloadTooLarge);
                    }
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException && error is not Microsoft.AspNetCore.Http.BadHttpRequestException && !context.RequestAborted.IsCancellationRequested))
        {
            throw new BadRequestException("The multipart form is not well formed");
        }

        return form;
    }

    private async Task TakeFileAsync(HttpContext context, UploadForm form, MultipartSection section, string field, string fileName, Caller caller)
    {
        if (form.Files.Count >= MaxFiles)
        {
            throw new BadRequestException($"More than {MaxFiles} files", StatusCodes.Status413PayloadTooLarge);
        }

        var contentType = section.ContentType;
        if (fileName.Length == 0 || !field.EndsWith("upload", StringComparison.Ordinal))
        {
            // A file chooser that was left empty, or something that no action looks for
            await DiscardAsync(section.Body, field, context.RequestAborted);
            return;
        }

        if (caller.IsAnonymous && !settings.Flag("ckan.auth.anon_create_dataset"))
        {
            await DiscardAsync(section.Body, field, context.RequestAborted);
            form.Files[field] = new UploadedFile(fileName, contentType, null);
            return;
        }

        var limit = settings.Number(field is "image_upload" or "logo_upload" ? "ckan.max_image_size" : "ckan.max_resource_size") * Megabyte;
        try
        {
            form.Files[field] = new UploadedFile(fileName, contentType, await storage.PutAsync(section.Body, fileName, limit, context.RequestAborted));
        }
        catch (UploadTooLargeException)
        {
            await DiscardAsync(section.Body, field, context.RequestAborted);
            form.Files[field] = new UploadedFile(fileName, contentType, null, TooLarge: true);
        }
    }

    private static string? FileNameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value
        : disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value
        : null;

    private static async Task<string> ReadTextAsync(Stream body, int limit, CancellationToken ct)
    {
        using var text = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                if (text.Length + read > limit)
                {
                    throw BadRequestException.TooLarge(limit);
                }

                text.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return FormText.Utf8(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static async Task DiscardAsync(Stream body, string field, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long total = 0;
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                total += read;
                if (total > MaxDiscarded)
                {
                    throw new UploadRefusedException(field);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
