namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>How far an uploaded file is on its way into the DataStore.</summary>
public enum LoadState
{
    /// <summary>Waits for its turn; also what a file or resource that is gone waits for: its table is dropped.</summary>
    Pending = 0,

    Running = 1,

    /// <summary>The table is that of the file.</summary>
    Complete = 2,

    /// <summary>The file could not be loaded; the last good table, if there is one, is still served.</summary>
    Error = 3,

    /// <summary>An operator stopped it; the last good table, if there is one, is still served.</summary>
    Cancelled = 4,

    /// <summary>The file is sound but no table (a PDF, a picture, a zip of maps).</summary>
    NoTable = 5,

    /// <summary>The resource has a table that somebody wrote through the API; it is left alone.</summary>
    Foreign = 6,
}
