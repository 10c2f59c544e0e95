namespace Purbalingga.Catalog.Resources;

/// <summary>Whether a resource's file waits to be read as a table. A number, because SQLite finds no flag by an index.</summary>
public enum InspectionState
{
    /// <summary>A link, or a file that was read.</summary>
    NothingToDo = 0,

    /// <summary>A file came in and was not read yet.</summary>
    Waiting = 1,
}
