namespace Purbalingga.Tables.Reading.Archives;

/// <summary>The tables of an archive: those of its only file as they are, else each under the name of its file.</summary>
internal sealed class ArchiveTableFile(FileKind container) : ITableFile
{
    private readonly List<(ITableFile File, Stream Unpacked, string Name)> _files = [];
    private readonly List<(ITableFile File, TableSheet Sheet)> _sheets = [];
    private readonly List<string> _others = [];

    public TableDetection Detection { get; private set; } = new(container);

    public IReadOnlyList<TableSheet> Sheets { get; private set; } = [];

    public IReadOnlyList<string> LeftOut => _others;

    /// <summary>Bytes unpacked so far.</summary>
    public long UnpackedBytes { get; set; }

    public TableDetection DetectionOf(TableSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var (file, inner) = _sheets[sheet.Index];
        return file.DetectionOf(inner) with { Container = container };
    }

    /// <exception cref="TableReadException">More tables than sheets are allowed.</exception>
    public void Add(ITableFile file, Stream unpacked, string name, int maxSheets)
    {
        _files.Add((file, unpacked, name));
        _sheets.AddRange(file.Sheets.Select(sheet => (file, sheet)));
        if (_sheets.Count > maxSheets)
        {
            throw new TableReadException(TableMessages.OverLimit("lembar", "sheets", maxSheets));
        }
    }

    public void AddOther(string name) => _others.Add(name);

    /// <exception cref="TableReadException">Nothing in the archive is a table.</exception>
    public void Complete()
    {
        if (_sheets.Count == 0)
        {
            throw new TableReadException(TableMessages.NoTableInArchive) { IsNoTable = true };
        }

        var single = _files.Count == 1;
        var names = _files.ToDictionary(entry => entry.File, entry => entry.Name);
        Sheets =
        [
            .. _sheets.Select((pair, i) => pair.Sheet with
            {
                Index = i,
                Name = single ? pair.Sheet.Name : pair.Sheet.Name.Length == 0 ? names[pair.File] : $"{names[pair.File]}: {pair.Sheet.Name}",
            }),
        ];
        Detection = single ? _files[0].File.Detection with { Container = container } : Detection;
    }

    public IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var (file, inner) = _sheets[sheet.Index];
        return file.ReadRowsAsync(inner, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (file, unpacked, _) in _files)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            await unpacked.DisposeAsync().ConfigureAwait(false);
        }

        _files.Clear();
    }
}
