using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Adding a file to a dataset, changing what is said about it, and putting a new file in its place.</summary>
[StreamedForm]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResourceFormModel(Questions questions, PageLanguage language, CkanSettings settings) : PortalPage
{
    public DatasetInfo Dataset { get; private set; } = null!;

    /// <summary>Null while it is a new one.</summary>
    public ResourceInfo? Resource { get; private set; }

    [BindProperty]
    public string? ResourceName { get; set; }

    [BindProperty]
    public string? ResourceDescription { get; set; }

    [BindProperty]
    public string? ResourceFormat { get; set; }

    /// <summary>Address of a file that lies elsewhere; used when no file was sent.</summary>
    [BindProperty]
    public string? ResourceUrl { get; set; }

    public FormErrors Errors { get; } = new();

    /// <summary>10^6 bytes each.</summary>
    public int MaxMegabytes => settings.Number("ckan.max_resource_size");

    public string Path => $"/dataset/{Uri.EscapeDataString(Dataset.Name)}/resource/" + (Resource is null ? "new" : Uri.EscapeDataString(Resource.Id) + "/edit");

    public async Task<IActionResult> OnGetAsync(string name, string? rid, CancellationToken ct)
    {
        if ((await questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, rid, ct);
        ResourceName = Resource?.Name;
        ResourceDescription = Resource?.Description;
        ResourceFormat = Resource?.Format;
        ResourceUrl = Resource is { IsUpload: false } ? Resource.Url : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string? rid, CancellationToken ct)
    {
        if ((await questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, rid, ct);
        var file = StreamedFormAttribute.FilesOf(HttpContext).GetValueOrDefault("upload");
        Check(file);
        if (Errors.Any)
        {
            return Page();
        }

        try
        {
            var saved = await SaveAsync(file, ct);
            TempData["Done"] = language[Resource is null ? "form.resource.made" : "form.resource.saved"];
            return LocalRedirect(language.Url($"/dataset/{Uri.EscapeDataString(Dataset.Name)}/resource/{Uri.EscapeDataString(saved.Id)}"));
        }
        catch (InvalidException problem)
        {
            Errors.Add(problem, language, FieldOf);
            return Page();
        }
    }

    private static string? FieldOf(string key) => key switch
    {
        "name" => nameof(ResourceName),
        "description" => nameof(ResourceDescription),
        "format" => nameof(ResourceFormat),
        "url" => nameof(ResourceUrl),
        _ => null,
    };

    private void Check(UploadedFile? file)
    {
        if (file is { TooLarge: true })
        {
            Errors.Add("upload", language.Format("form.resource.toolarge", language.Number(MaxMegabytes)));
        }
        else if (file is null && string.IsNullOrWhiteSpace(ResourceUrl) && Resource is not { IsUpload: true })
        {
            Errors.Add("upload", language["form.resource.nothing"]);
        }
        else if (file is null && !string.IsNullOrWhiteSpace(ResourceUrl)
            && !(Uri.TryCreate(ResourceUrl.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            Errors.Add(nameof(ResourceUrl), language["form.resource.badurl"]);
        }
    }

    private async Task<ResourceInfo> SaveAsync(UploadedFile? file, CancellationToken ct)
    {
        var fields = new JsonObject { ["name"] = ResourceName?.Trim() ?? "", ["description"] = ResourceDescription ?? "" };
        var format = ResourceFormat?.Trim() ?? "";

        // The format of a replaced file is found anew unless it was changed by hand
        if (file is null || format != (Resource?.Format ?? ""))
        {
            fields["format"] = format;
        }
        else
        {
            fields["format"] = file.Stored?.Format ?? "";
        }

        if (file is null && !string.IsNullOrWhiteSpace(ResourceUrl))
        {
            fields["url"] = ResourceUrl.Trim();
            fields["url_type"] = "";
        }

        if (string.IsNullOrEmpty((string?)fields["name"]) && file is not null)
        {
            fields["name"] = System.IO.Path.GetFileNameWithoutExtension(file.FileName);
        }

        fields[Resource is null ? "package_id" : "id"] = Resource?.Id ?? Dataset.Id;
        var files = file is null ? [] : new Dictionary<string, UploadedFile> { ["upload"] = file };
        return Questions.Read<ResourceInfo>(await questions.RunAsync(Resource is null ? "resource_create" : "resource_patch", new ActionInput(fields, files), ct));
    }

    private async Task LoadAsync(string name, string? rid, CancellationToken ct)
    {
        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        if (!(await questions.CallerAsync()).May(Dataset.OwnerOrg, "update_dataset"))
        {
            throw new NotAuthorizedException();
        }

        Resource = rid is null ? null : (Dataset.Resources ?? []).FirstOrDefault(r => r.Id == rid) ?? throw new NotFoundException();
        Title = language[Resource is null ? "resource.add" : "resource.edit"];
    }
}
