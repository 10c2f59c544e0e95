using System.Numerics;

namespace Purbalingga.Search.Segments;

/// <summary>Which documents of a segment are not deleted. Immutable; a change copies one page of 4,096 documents and the page table.</summary>
internal sealed class LiveDocuments
{
    /// <summary>Documents in a page.</summary>
    public const int PageSize = 4096;

    private const int WordsPerPage = PageSize / 64;

    // A page that was never touched is null: all its documents live
    private readonly ulong[]?[] _pages;

    private LiveDocuments(ulong[]?[] pages, int documents, int deleted)
    {
        _pages = pages;
        Documents = documents;
        Deleted = deleted;
    }

    public int Documents { get; }

    public int Deleted { get; }

    public int Count => Documents - Deleted;

    public static LiveDocuments All(int documents) => new(new ulong[]?[(documents + PageSize - 1) / PageSize], documents, 0);

    public bool IsLive(int doc) => _pages[doc / PageSize] is not { } page || (page[doc % PageSize >> 6] >> doc & 1) != 0;

    /// <summary>Bits of a page; null when all live. Bits behind the last document are set.</summary>
    public ulong[]? Page(int page) => _pages[page];

    /// <summary>The same without some more documents; documents already deleted are ignored.</summary>
    public LiveDocuments Without(IEnumerable<int> docs)
    {
        ulong[]?[]? pages = null;
        HashSet<int>? copied = null;
        var deleted = Deleted;
        foreach (var doc in docs)
        {
            var at = doc / PageSize;
            if ((pages ?? _pages)[at] is { } old && (old[doc % PageSize >> 6] >> doc & 1) == 0)
            {
                continue;
            }
            pages ??= (ulong[]?[])_pages.Clone();
            copied ??= [];
            if (copied.Add(at))
            {
                pages[at] = (ulong[]?)pages[at]?.Clone() ?? NewPage();
            }
            pages[at]![doc % PageSize >> 6] &= ~(1UL << doc);
            deleted++;
        }
        return pages is null ? this : new LiveDocuments(pages, Documents, deleted);
    }

    public void Write(ByteWriter writer)
    {
        writer.Int32(Documents);
        for (var i = 0; i < _pages.Length; i++)
        {
            if (_pages[i] is { } page)
            {
                writer.Int32(i);
                foreach (var word in page)
                {
                    writer.Int64((long)word);
                }
            }
        }
        writer.Int32(-1);
    }

    public static LiveDocuments Read(ref ByteReader reader)
    {
        var documents = reader.Int32();
        var pages = new ulong[]?[(documents + PageSize - 1) / PageSize];
        var deleted = 0;
        for (var at = reader.Int32(); at >= 0; at = reader.Int32())
        {
            var page = new ulong[WordsPerPage];
            for (var i = 0; i < page.Length; i++)
            {
                page[i] = (ulong)reader.Int64();
                deleted += BitOperations.PopCount(~page[i]);
            }
            pages[at] = page;
        }
        return new LiveDocuments(pages, documents, deleted);
    }

    private static ulong[] NewPage()
    {
        var page = new ulong[WordsPerPage];
        page.AsSpan().Fill(ulong.MaxValue);
        return page;
    }
}
