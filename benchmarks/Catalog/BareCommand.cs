namespace Purbalingga.Benchmarks;

/// <summary>Kestrel with nothing but one endpoint that returns the same bytes: the upper bound of what this machine can answer.</summary>
internal static class BareCommand
{
    public static async Task<int> RunAsync(string url, FileInfo file, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, ct);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/bare", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync(ct);
        return 0;
    }
}
