using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Purbalingga.Crash.Tests;

/// <summary>An operator who makes datasets, edits them and uploads files, one call after another, until the server is gone.</summary>
internal sealed class Writer(HttpClient client, Ledger ledger, int number, int seed)
{
    private readonly Random _random = new(seed);

    public async Task RunAsync(int round, CancellationToken ct)
    {
        try
        {
            for (var i = 0; !ct.IsCancellationRequested; i++)
            {
                var name = $"putaran-{round}-penulis-{number}-{i / 4}";
                switch (i % 4)
                {
                    case 0:
                        await EditAsync("package_create", name, 0, ct);
                        break;
                    case 2:
                        await UploadAsync(name, ct);
                        break;
                    default:
                        await EditAsync("package_patch", name, i, ct);
                        break;
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed under the call: it was not answered, so nothing is expected of it
        }
    }

    private async Task EditAsync(string action, string name, int value, CancellationToken ct)
    {
        ledger.Datasets.AddOrUpdate(name, (-1, value), (_, old) => (old.Answered, value));
        using var answer = await client.PostAsJsonAsync(
            "/api/3/action/" + action, new { id = action == "package_patch" ? name : null, name, owner_org = "opd-uji", notes = $"nilai {value}" }, ct);
        answer.EnsureSuccessStatusCode();
        ledger.Datasets[name] = (value, value);
        ledger.Answered();
    }

    private async Task UploadAsync(string name, CancellationToken ct)
    {
        var bytes = new byte[_random.Next(1, 300_000)];
        _random.NextBytes(bytes);
        using var form = new MultipartFormDataContent { { new StringContent(name), "package_id" }, { new ByteArrayContent(bytes), "upload", "berkas.bin" } };
        using var answer = await client.PostAsync(new Uri("/api/3/action/resource_create", UriKind.Relative), form, ct);
        answer.EnsureSuccessStatusCode();
        var resource = JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!["result"]!;
        ledger.Uploads[(string)resource["id"]!] = (new Uri((string)resource["url"]!).AbsolutePath, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        ledger.Answered();
    }
}
