namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>One generation of a table's file, attached under a name of its own for as long as it is read.</summary>
/// <param name="path">In the folder of tables.</param>
/// <param name="name">Under which DuckDB knows it.</param>
internal sealed class TableFile(string path, string name)
{
    public string Path { get; } = path;

    /// <summary>Quoted, before <c>.rows</c>.</summary>
    public string Name { get; } = name;

    public string Rows => $"\"{Name}\".main.rows";

    public string Definition => $"\"{Name}\".main.definition";

    public bool IsAttached { get; set; }

    /// <summary>A newer generation took its place, or the table was dropped.</summary>
    public bool IsRetired { get; set; }

    public int Readers { get; set; }

    /// <summary>Words of its rows; null until somebody asks for some.</summary>
    public TableWords? Words { get; set; }

    /// <summary>Keys of its rows, for the writer; null until it asks for them.</summary>
    public TableKeys? Keys { get; set; }

    /// <summary>Words that rows are being read into.</summary>
    public TableWords? NewWords { get; set; }

    /// <summary>Its words need more memory than they may have.</summary>
    public bool HasTooManyWords { get; set; }
}
