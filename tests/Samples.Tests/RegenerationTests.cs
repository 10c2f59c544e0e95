using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Sets;

namespace Purbalingga.Samples.Tests;

public sealed class RegenerationTests
{
    [Fact]
    public void Should_make_the_same_bytes_as_in_the_repository()
    {
        var folder = Directory.CreateTempSubdirectory("sample-datasets-");
        try
        {
            var gazetteer = Gazetteer.Read(Path.Combine(SampleFiles.Root, "reference", "wilayah-33.03.csv"));
            SampleFolder.Write(folder.FullName, AllSets.Build(new Regency(gazetteer)));
            var made = Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.FullName, f)).Order(StringComparer.Ordinal).ToList();
            var kept = SampleFiles.All.Append(Path.Combine(SampleFiles.Root, "DAFTAR.md")).Select(f => Path.GetRelativePath(SampleFiles.Root, f)).Order(StringComparer.Ordinal);
            Assert.Equal(kept, made);
            Assert.All(made, file => Assert.True(
                File.ReadAllBytes(Path.Combine(folder.FullName, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(SampleFiles.Root, file))),
                file + " differs: run dotnet run --project sample-datasets/generator"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
