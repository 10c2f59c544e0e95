namespace Purbalingga.Search.Tests;

/// <summary>The contract over the index with files, and what only files can get wrong.</summary>
public sealed class FileSearchIndexTests : SearchIndexContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override ISearchIndex Open() => OpenFiles();

    private SearchIndex OpenFiles() => SearchIndex.Open(new SearchIndexOptions { Schema = Schema, Folder = _folder, FlushAfterDocuments = 50 });

    [Fact]
    public async Task Should_open_as_it_was_saved()
    {
        await SaveAsync(120);
        await using (var index = OpenFiles())
        {
            Assert.Null(index.Problem);
            Assert.Equal(120, index.AppliedSequence);
            Assert.Equal(119, index.Count);
            Assert.Equal(119, index.Search(new SearchRequest { Query = "jalan" }).Count);
            index.Apply([IndexChange.Upsert(new IndexDocument("lost").Add("title", "jalan"))], 121);
        }
        await using var again = OpenFiles();
        Assert.Equal(120, again.AppliedSequence);
        Assert.False(again.Contains("lost"));
    }

    [Fact]
    public async Task Should_remember_that_it_was_cleared()
    {
        await SaveAsync(20);
        await using (var index = OpenFiles())
        {
            index.Clear();
            await index.SaveAsync();
        }
        await using var again = OpenFiles();
        Assert.Equal(0, again.AppliedSequence);
        Assert.Equal(0, again.Count);
        Assert.Empty(Directory.GetFiles(_folder, "*.segment"));
    }

    [Fact]
    public async Task Should_write_only_what_changed()
    {
        await SaveAsync(120);
        await using var index = OpenFiles();
        await index.SettleAsync(TestContext.Token);
        await index.SaveAsync();
        var before = Directory.GetFiles(_folder, "*.segment").ToDictionary(f => f, File.GetLastWriteTimeUtc);
        var manifest = File.GetLastWriteTimeUtc(Path.Combine(_folder, "manifest"));
        await index.SaveAsync();
        Assert.Equal(manifest, File.GetLastWriteTimeUtc(Path.Combine(_folder, "manifest")));

        index.Apply([IndexChange.Upsert(new IndexDocument("new").Add("title", "jalan"))], 121);
        await index.SaveAsync();
        Assert.All(before, f => Assert.Equal(f.Value, File.GetLastWriteTimeUtc(f.Key)));
        Assert.Equal(before.Count + 1, Directory.GetFiles(_folder, "*.segment").Length);
    }

    [Fact]
    public async Task Should_start_empty_for_another_schema()
    {
        await SaveAsync(20);
        await using var index = SearchIndex.Open(new SearchIndexOptions { Schema = new IndexSchema([new("title", FieldKind.Keyword)]), Folder = _folder });
        Assert.Equal(0, index.AppliedSequence);
        Assert.Contains("another schema", index.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_start_empty_rather_than_wrong_whatever_happens_to_its_files()
    {
        await SaveAsync(120);
        var files = Directory.GetFiles(_folder).Order().ToDictionary(f => f, File.ReadAllBytes);
        Assert.True(files.Count >= 3);
        var random = new Random(11);
        foreach (var (file, bytes) in files)
        {
            for (var i = 0; i < 25; i++)
            {
                var damaged = (byte[])bytes.Clone();
                switch (i % 4)
                {
                    case 0:
                        damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                        break;
                    case 1:
                        damaged = damaged[..random.Next(damaged.Length)];
                        break;
                    case 2:
                        damaged.AsSpan(random.Next(damaged.Length)).Fill(0x55);
                        break;
                    default:
                        damaged = [.. damaged, 0];
                        break;
                }
                await File.WriteAllBytesAsync(file, damaged);
                await AssertStartsEmptyAsync(damaged.AsSpan().SequenceEqual(bytes));
                await File.WriteAllBytesAsync(file, bytes);
            }
            File.Delete(file);
            await AssertStartsEmptyAsync(false);
            await File.WriteAllBytesAsync(file, bytes);
        }
        await AssertStartsEmptyAsync(true);
    }

    [Fact]
    public async Task Should_build_anew_over_damaged_files()
    {
        await SaveAsync(120);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "manifest"), [1, 2, 3]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "0000000009.segment.tmp"), "half");
        await using (var index = OpenFiles())
        {
            Assert.NotNull(index.Problem);
            index.Apply([IndexChange.Upsert(new IndexDocument("a").Add("title", "baru"))], 3);
            await index.SaveAsync();
        }
        await using var again = OpenFiles();
        Assert.Null(again.Problem);
        Assert.Equal(["a"], again.Ids());
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task Should_find_the_last_save_when_the_process_was_killed_between_files_and_manifest()
    {
        await SaveAsync(60);
        var manifest = await File.ReadAllBytesAsync(Path.Combine(_folder, "manifest"));
        var segments = Directory.GetFiles(_folder, "*.segment").ToDictionary(f => f, File.ReadAllBytes);
        await using (var index = OpenFiles())
        {
            index.Apply([.. Enumerable.Range(0, 80).Select(i => IndexChange.Upsert(new IndexDocument($"new{i}").Add("title", "jalan")))], 61);
            await index.SettleAsync(TestContext.Token);
        }
        Assert.All(segments.Keys, f => Assert.True(File.Exists(f)));
        Assert.Equal(manifest, await File.ReadAllBytesAsync(Path.Combine(_folder, "manifest")));
        await using var again = OpenFiles();
        Assert.Equal(60, again.AppliedSequence);
        Assert.Equal(59, again.Count);
        await again.SaveAsync();
    }

    private async Task SaveAsync(int documents)
    {
        await using var index = OpenFiles();
        for (var i = 1; i < documents; i++)
        {
            index.Apply([IndexChange.Upsert(new IndexDocument($"d{i}").Add("title", "jalan").Add("tags", $"t{i}").Add("views", i))], i);
            if (i % 40 == 0)
            {
                await index.SaveAsync();
            }
        }
        index.Apply([IndexChange.Upsert(new IndexDocument("d1").Add("title", "jalan"))], documents);
        await index.SaveAsync();
    }

    private async Task AssertStartsEmptyAsync(bool isWhole)
    {
        await using var index = OpenFiles();
        Assert.Equal(isWhole ? 120 : 0, index.AppliedSequence);
        Assert.Equal(isWhole ? 119 : 0, index.Count);
        Assert.Equal(isWhole, index.Problem is null);
    }
}
