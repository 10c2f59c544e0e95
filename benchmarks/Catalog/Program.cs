using System.CommandLine;
using Purbalingga.Benchmarks;

var count = new Option<int>("--count") { DefaultValueFactory = _ => 100_000, Description = "Datasets to make." };
var data = new Option<string>("--data") { Required = true, Description = "Data folder, as the portal's --data." };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 20261124, Description = "The same seed makes the same datasets." };
var generate = new Command("generate", "Fills a data folder with made-up datasets.") { count, data, seed };
generate.SetAction((arguments, ct) => FillCommand.RunAsync(arguments.GetValue(data)!, arguments.GetValue(count), arguments.GetValue(seed), ct));

var url = new Option<string>("--url") { DefaultValueFactory = _ => "http://127.0.0.1:5090", Description = "Where the portal runs." };
var token = new Option<string>("--token") { Required = true, Description = "A sysadmin's API token." };
var number = new Option<int>("--number") { DefaultValueFactory = _ => 2000, Description = "Datasets to make over HTTP, one after another." };
var create = new Command("create", "Measures package_create over HTTP.") { url, token, number, seed };
create.SetAction((arguments, ct) => CreateCommand.RunAsync(
    arguments.GetValue(url)!, arguments.GetValue(token)!, arguments.GetValue(number), arguments.GetValue(seed), ct));

var bare = new Command("bare", "Serves the bytes of one answer from a bare endpoint, to compare with.") { url };
var file = new Option<FileInfo>("--file") { Required = true, Description = "The answer to serve." };
bare.Add(file);
bare.SetAction((arguments, ct) => BareCommand.RunAsync(arguments.GetValue(url)!, arguments.GetValue(file)!, ct));

var reads = new Option<int>("--reads") { DefaultValueFactory = _ => 2000, Description = "Reads a second beside the writers." };
var mixed = new Command("mixed", "200 writers at once beside reads; fails when an answered change is not there.") { url, token, reads };
mixed.SetAction((arguments, ct) => MixedCommand.RunAsync(arguments.GetValue(url)!, arguments.GetValue(token)!, arguments.GetValue(reads), ct));

return await new RootCommand("Measures the catalog.") { generate, create, mixed, bare }.Parse(args).InvokeAsync();
