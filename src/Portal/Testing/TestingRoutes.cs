using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Users;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.Testing;

/// <summary>Routes of a server for tests: emptying it and changing its CKAN settings, for a sysadmin's token.</summary>
internal static class TestingRoutes
{
    public static IServiceCollection AddTestingRoutes(this IServiceCollection services) => services.AddSingleton<TestingMode>();

    public static void MapTestingRoutes(this IEndpointRouteBuilder routes)
    {
        var testing = routes.MapGroup("/testing");
        testing.MapPost("/reset", ResetAsync).ExcludeFromDescription();
        testing.MapPost("/config", ConfigureAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ResetAsync(
        HttpContext context, CallerFactory callers, ICallerDirectory directory, CatalogDatabase database, IDbContextFactory<CatalogContext> contexts, IFileStorage storage, IDataStore tables)
    {
        if (!(await callers.FromAsync(context)).IsSysadmin)
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        var site = await directory.SystemAsync(context.RequestAborted);
        var token = context.Request.Headers.Authorization.ToString();
        await using var records = await contexts.CreateDbContextAsync(context.RequestAborted);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var tokenId = await records.ApiTokens.Where(t => t.Hash == hash).Select(t => t.Id).FirstOrDefaultAsync(context.RequestAborted);
        await database.ClearAsync(site.UserId!, tokenId, context.RequestAborted);
        foreach (var file in storage.All().ToList())
        {
            storage.Delete(file);
        }

        await tables.ClearAsync(context.RequestAborted);
        return Results.Json(new { success = true });
    }

    private static async Task<IResult> ConfigureAsync(HttpContext context, CallerFactory callers, CkanSettings settings)
    {
        if (!(await callers.FromAsync(context)).IsSysadmin)
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        Dictionary<string, string>? set;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<Dictionary<string, Dictionary<string, string>>>(context.Request.Body, cancellationToken: context.RequestAborted);
            set = body?.GetValueOrDefault("set");
        }
        catch (JsonException)
        {
            set = null;
        }

        if (set is null)
        {
            return Results.Problem("The body is {\"set\": {\"KEY\": \"VALUE\"}}", statusCode: StatusCodes.Status400BadRequest);
        }

        if (set.Keys.FirstOrDefault(key => !CkanSettings.Known.Contains(key)) is { } unknown)
        {
            return Results.Problem($"Unknown setting {unknown}", statusCode: StatusCodes.Status400BadRequest);
        }

        settings.SetForTesting(set);
        return Results.Json(new { success = true });
    }
}
