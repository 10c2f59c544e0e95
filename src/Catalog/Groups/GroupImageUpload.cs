using System.Text.RegularExpressions;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Groups;

/// <summary>Takes the logo of an organization or group: an address, or a picture that was sent along.</summary>
internal sealed partial class GroupImageUpload(CkanSettings settings)
{
    private const long Megabyte = 1_000_000;

    /// <summary>What <c>image_url</c> becomes: the address given, <c>HASH.EXT</c> of a picture that was sent, empty to take it away, null to keep it.</summary>
    /// <param name="current">What it is now.</param>
    public string? Read(ActionInput input, string? current, FieldErrors errors)
    {
        if (input.Files.TryGetValue("image_upload", out var file))
        {
            return ReadFile(file, errors);
        }

        if (input.Flag("clear_upload"))
        {
            return "";
        }

        var address = FieldText.Of(input.Data["image_url"]);
        if (address is not null && address.Contains('\0', StringComparison.Ordinal))
        {
            errors.Add("image_url", "Null characters are not allowed");
        }

        // Who could name any stored file here would make files public that aren't his
        if (address is not null && address != current && StoredName().IsMatch(address))
        {
            errors.Add("image_url", "Send the picture itself as image_upload");
        }

        return address;
    }

    private string? ReadFile(UploadedFile file, FieldErrors errors)
    {
        if (file.TooLarge || file.Stored is null || file.Stored.Length > settings.Number("ckan.max_image_size") * Megabyte)
        {
            errors.Add("image_upload", "File upload too large");
            return null;
        }

        var extension = file.Stored.MediaType switch
        {
            "image/png" => "png",
            "image/gif" => "gif",
            "image/jpeg" => "jpg",
            "image/webp" => "webp",
            _ => null,
        };
        if (extension is null)
        {
            errors.Add("image_upload", $"Unsupported upload type: {file.Stored.MediaType}");
            return null;
        }

        return $"{file.Stored.Hash}.{extension}";
    }

    [GeneratedRegex(@"^[0-9a-fA-F]{64}(\.|\z)")]
    private static partial Regex StoredName();
}
