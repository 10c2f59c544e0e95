using System.CommandLine;
using Purbalingga.DataStore.Benchmarks;

var url = new Option<string>("--url") { DefaultValueFactory = _ => "http://127.0.0.1:5090", Description = "Where the portal runs." };
var token = new Option<string>("--token") { Required = true, Description = "A sysadmin's API token." };
var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 1_000_000, Description = "Rows of eight columns." };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 20261124, Description = "The same seed makes the same rows." };
var resource = new Option<string>("--resource") { Required = true, Description = "Id that fill or load printed." };

var fill = new Command("fill", "Makes a table through datastore_upsert, 10,000 rows a call, and prints its resource id.") { url, token, rows, seed };
fill.SetAction(async (arguments, ct) =>
{
    using var portal = new PortalClient(arguments.GetValue(url)!, arguments.GetValue(token)!);
    return await FillCommand.RunAsync(portal, arguments.GetValue(rows), arguments.GetValue(seed), ct);
});

var load = new Command("load", "Uploads the same rows as a CSV file and waits until they can be asked for; prints the resource id.") { url, token, rows, seed };
load.SetAction(async (arguments, ct) =>
{
    using var portal = new PortalClient(arguments.GetValue(url)!, arguments.GetValue(token)!);
    return await LoadCommand.RunAsync(portal, arguments.GetValue(rows), arguments.GetValue(seed), ct);
});

var read = new Command("read", "Pages, filters, sorts, words and SQL over a table.") { url, token, resource };
read.SetAction(async (arguments, ct) =>
{
    using var portal = new PortalClient(arguments.GetValue(url)!, arguments.GetValue(token)!);
    return await ReadCommand.RunAsync(portal, arguments.GetValue(resource)!, ct);
});

var write = new Command("write", "Upserts by the key: 5,000 rows a call, and one row a call.") { url, token, resource };
write.SetAction(async (arguments, ct) =>
{
    using var portal = new PortalClient(arguments.GetValue(url)!, arguments.GetValue(token)!);
    return await WriteCommand.RunAsync(portal, arguments.GetValue(resource)!, ct);
});

return await new RootCommand("Measures the DataStore over HTTP.") { fill, load, read, write }.Parse(args).InvokeAsync();
