using System.Diagnostics;
using System.Globalization;
using Purbalingga.Search;
using Purbalingga.Search.Benchmarks;
using SortKey = Purbalingga.Search.SortKey;

// Usage: dotnet run -c Release --project benchmarks/Search -- [documents=100000]
var documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var folder = Directory.CreateTempSubdirectory("search-bench-").FullName;
var options = new SearchIndexOptions { Schema = CatalogGenerator.Schema, Folder = folder };
var generator = new CatalogGenerator(2026);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {Environment.ProcessorCount} processors"));
try
{
    var index = SearchIndex.Open(options);
    var number = 0;
    var making = TimeSpan.Zero;
    var clock = Stopwatch.StartNew();
    while (number < documents)
    {
        var started = clock.Elapsed;
        var batch = Enumerable.Range(0, Math.Min(1000, documents - number)).Select(_ => IndexChange.Upsert(generator.Document(number++))).ToArray();
        making += clock.Elapsed - started;
        index.Apply(batch, number);
    }
    await index.SettleAsync(CancellationToken.None);
    await index.SaveAsync();
    Report("build", (clock.Elapsed - making).TotalSeconds, "s");
    Report("files", Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length) / 1e6, "MB");
    await index.DisposeAsync();

    clock.Restart();
    index = SearchIndex.Open(options);
    Report("open", clock.Elapsed.TotalSeconds, "s");
    _ = index.Search(Request(generator.WordOfRank(5000)));
    Report("open to first answer", clock.Elapsed.TotalSeconds, "s");

    // one document at a time, as package_create does
    var latencies = new List<double>();
    for (var i = 0; i < 3000; i++)
    {
        var change = IndexChange.Upsert(generator.Document(number++));
        clock.Restart();
        index.Apply([change], number);
        latencies.Add(clock.Elapsed.TotalMilliseconds);
    }
    Report("add one document", latencies);
    clock.Restart();
    await index.SaveAsync();
    Report("save after 3000", clock.Elapsed.TotalMilliseconds, "ms");

    foreach (var rank in new[] { 20_000, 2_000, 100, 5, 0 })
    {
        Measure($"word of rank {rank}", index, Request(generator.WordOfRank(rank)));
    }
    Measure("two common words", index, Request($"{generator.WordOfRank(1)} {generator.WordOfRank(3)}"));
    Measure("phrase of common words", index, Request($"\"{generator.WordOfRank(1)} {generator.WordOfRank(3)}\""));
    Measure("prefix", index, Request($"title:{generator.WordOfRank(50)[..3]}*"));
    Measure("fuzzy", index, Request($"title:{generator.WordOfRank(50)}~1"));
    Measure("everything", index, Request(null));
    Measure("everything, newest", index, Request(null) with { Sort = [new("metadata_modified", true)] });
    Measure("one organization, by title", index, Request(null) with { Filters = ["organization:opd-7"], Sort = [new("title_string", false)] });
    Measure("harvest: changed since, by id", index, new SearchRequest { Filters = ["metadata_modified:[2024-06-01T00:00:00Z TO *]"], Sort = [new("id", false)], Rows = 100, Start = 1000 });
    GC.Collect();
    Report("process", Process.GetCurrentProcess().WorkingSet64 / 1e6, "MB");

    // readers beside a writer of 100 documents a second
    using var stop = new CancellationTokenSource();
    var writer = Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            index.Apply([IndexChange.Upsert(generator.Document(number++))], number);
            await Task.Delay(10);
        }
    });
    Measure("word of rank 2000, while written", index, Request(generator.WordOfRank(2000)));
    Measure("word of rank 5, while written", index, Request(generator.WordOfRank(5)));
    Measure("everything, while written", index, Request(null));
    await stop.CancelAsync();
    await writer;
    await index.DisposeAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static SearchRequest Request(string? query) => new()
{
    Query = query,
    Mode = query is null || query.Contains(':', StringComparison.Ordinal) ? QueryMode.Lucene : QueryMode.Dismax,
    Filters = ["+capacity:public +state:active", "+site_id:\"default\""],
    RequiredAny = [new("permission_labels", ["public"])],
    Sort = [SortKey.Score, new("metadata_modified", true)],
    Rows = 20,
    Facets = [new("organization"), new("groups"), new("tags"), new("res_format"), new("license_id")],
};

static void Measure(string what, SearchIndex index, SearchRequest request)
{
    var until = Stopwatch.StartNew();
    while (until.ElapsedMilliseconds < 300)
    {
        _ = index.Search(request);
    }
    var latencies = new List<double>();
    var clock = new Stopwatch();
    until.Restart();
    var count = 0;
    using var process = Process.GetCurrentProcess();
    var processor = process.TotalProcessorTime;
    while (until.ElapsedMilliseconds < 1000)
    {
        clock.Restart();
        count = index.Search(request).Count;
        latencies.Add(clock.Elapsed.TotalMilliseconds);
    }
    process.Refresh();
    // on a busy machine the processor time says more than the clock
    var used = (process.TotalProcessorTime - processor).TotalMilliseconds / latencies.Count;
    Report(string.Create(CultureInfo.InvariantCulture, $"{what} ({count} hits) cpu {used:0.00}"), latencies);
}

static void Report(string what, object value, string unit = "ms")
{
    var text = value is List<double> list
        ? string.Create(CultureInfo.InvariantCulture, $"p50 {list.Order().ElementAt(list.Count / 2),8:0.000} p95 {list.Order().ElementAt(list.Count * 95 / 100),8:0.000} p99 {list.Order().ElementAt(list.Count * 99 / 100),8:0.000}")
        : string.Create(CultureInfo.InvariantCulture, $"{value,12:0.00}");
    Console.WriteLine($"{what,-62} {text} {unit}");
}
