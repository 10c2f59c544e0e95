using System.ComponentModel.DataAnnotations;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Section <c>DataStore</c>.</summary>
public sealed class DataStoreOptions
{
    internal const string Section = "DataStore";

    public DataStoreEngine Engine { get; set; } = DataStoreEngine.DuckDb;

    /// <summary>Of the PostgreSQL engine; empty: the records' own database, when that is PostgreSQL.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>PostgreSQL schema of the tables; a second one beside it, with <c>_meta</c> at its end, describes them.</summary>
    [RegularExpression("^[a-z][a-z0-9_]{0,40}$")]
    public string Schema { get; set; } = "datastore";

    /// <summary>PostgreSQL role that callers' SQL runs as; made at start where the connection's user may make roles.</summary>
    [RegularExpression("^[a-z][a-z0-9_]{0,60}$")]
    public string ReaderRole { get; set; } = "datastore_default";

    /// <summary>Longest time of one search or caller's SQL, on PostgreSQL of one write too.</summary>
    [Range(1, 3600)]
    public int MaxSeconds { get; set; } = 60;

    /// <summary>Memory that one caller's SQL may sort and group in on PostgreSQL, 2^20 bytes each. DuckDB counts all queries together, to 1 GB.</summary>
    [Range(4, 100_000)]
    public int SqlMemoryMegabytes { get; set; } = 64;

    /// <summary>Answer <c>_links</c> in searches as CKAN did up to 2.11; scripts follow their <c>next</c>.</summary>
    public bool SearchLinks { get; set; } = true;

    /// <summary>Load uploaded tables into the DataStore, in the background. Off, their orders wait until it is on.</summary>
    public bool LoadUploads { get; set; } = true;

    /// <summary>Whole tables as XLSX and Parquet are kept on disk up to so many 2^20 bytes, in the data folder's <c>exports</c>; the oldest go first.</summary>
    [Range(1, 1_000_000)]
    public int KeptExportsMegabytes { get; set; } = 2_000;
}
