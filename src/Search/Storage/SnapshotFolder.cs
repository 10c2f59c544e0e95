using System.Globalization;
using Purbalingga.Search.Searching;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Storage;

/// <summary>The folder in which an index keeps its segments and the manifest.</summary>
internal sealed class SnapshotFolder
{
    private const string SegmentSuffix = ".segment";

    private readonly string _path;
    private long _nextFile = 1;

    public SnapshotFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
    }

    /// <summary>Reads the last snapshot.</summary>
    /// <param name="problem">Why there is none although there are files; null when all is well.</param>
    /// <returns>Segments and sequence; empty and 0 when there is no snapshot, or none that is whole and of this schema.</returns>
    public (IReadOnlyList<SegmentView> Segments, long Sequence) Read(string schema, out string? problem)
    {
        problem = null;
        // numbers are never used twice, so that a file left over from a damaged snapshot is not taken for a new one
        _nextFile = SegmentFiles().Select(NumberOf).DefaultIfEmpty(0).Max() + 1;
        try
        {
            if (!File.Exists(PathOf(Manifest.FileName)))
            {
                problem = _nextFile > 1 ? "The manifest of the search index is missing" : null;
                return ([], 0);
            }
            var manifest = Manifest.Parse(File.ReadAllBytes(PathOf(Manifest.FileName)));
            if (manifest.Schema != schema)
            {
                problem = "The search index was built for another schema";
                return ([], 0);
            }
            _nextFile = Math.Max(_nextFile, manifest.NextFile);
            return (manifest.Segments.Select(ReadSegment).ToArray(), manifest.Sequence);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            problem = error.Message;
            return ([], 0);
        }
    }

    /// <summary>A file name that was never used.</summary>
    public string NextSegmentName() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _nextFile) - 1:D10}{SegmentSuffix}");

    /// <summary>Writes a segment file.</summary>
    public Task WriteSegmentAsync(string name, byte[] data, CancellationToken ct) => DurableFile.WriteAsync(PathOf(name), data, ct);

    /// <summary>Makes segments the snapshot, all of which have files.</summary>
    public async Task WriteManifestAsync(string schema, long sequence, IReadOnlyList<SegmentView> segments, CancellationToken ct)
    {
        var entries = segments.Select(v => new ManifestSegment(v.Segment.File!, v.Segment.Data.Length, v.Segment.Checksum, v.Live)).ToArray();
        var manifest = new Manifest(schema, sequence, Interlocked.Read(ref _nextFile), entries);
        await DurableFile.WriteAsync(PathOf(Manifest.FileName), manifest.ToBytes(), ct).ConfigureAwait(false);
    }

    /// <summary>Deletes segment files but those named.</summary>
    public void DeleteOthers(IReadOnlySet<string> keep)
    {
        foreach (var file in SegmentFiles())
        {
            if (!keep.Contains(file))
            {
                File.Delete(PathOf(file));
            }
        }
    }

    /// <summary>Deletes what a process that was killed left half written.</summary>
    public void DeleteTemporary()
    {
        foreach (var file in Directory.EnumerateFiles(_path, "*" + DurableFile.TemporarySuffix))
        {
            File.Delete(file);
        }
    }

    private static long NumberOf(string file) =>
        long.TryParse(file.AsSpan(0, file.Length - SegmentSuffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IEnumerable<string> SegmentFiles() => Directory.EnumerateFiles(_path, "*" + SegmentSuffix).Select(f => Path.GetFileName(f));

    private string PathOf(string name) => Path.Combine(_path, name);

    private SegmentView ReadSegment(ManifestSegment entry)
    {
        var path = PathOf(entry.File);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != entry.Length)
        {
            throw new InvalidDataException($"The file {entry.File} of the search index is missing or has another length");
        }
        var data = File.ReadAllBytes(path);
        var checksum = Crc32C.Of(data);
        if (checksum != entry.Checksum)
        {
            throw new InvalidDataException($"The file {entry.File} of the search index is damaged");
        }
        var segment = new Segment(data, entry.File, checksum);
        return segment.Documents == entry.Live.Documents
            ? new SegmentView(segment, entry.Live)
            : throw new InvalidDataException($"The file {entry.File} of the search index does not fit the manifest");
    }
}
