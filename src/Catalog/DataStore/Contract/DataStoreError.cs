namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Why an engine refused.</summary>
public enum DataStoreError
{
    /// <summary>There is no such table (any more).</summary>
    TableNotFound,

    /// <summary>A value that its column cannot take; <see cref="DataStoreException.Row"/> says where. Message in PostgreSQL's words.</summary>
    BadValue,

    /// <summary>
    /// <c>duplicate key value violates unique constraint "INDEX"</c>; the row is the last one of the batch, as CKAN tells it.
    /// </summary>
    DuplicateKey,

    /// <summary>An update whose key is not there; <see cref="DataStoreException.Row"/> says which.</summary>
    KeyNotFound,

    /// <summary>A key cannot be made over rows that are there.</summary>
    KeyClash,

    /// <summary>An alias has the name of a table (<c>"X" already exists</c>) or of another one's alias (<c>The alias "X" already exists.</c>).</summary>
    NameTaken,

    /// <summary>A query that does not work out: wrong types, text expressions, SQL. Message in PostgreSQL's words as far as the engine can.</summary>
    Query,

    /// <summary>Longer than it may take.</summary>
    TooSlow,

    /// <summary>SQL that is not one statement.</summary>
    SqlNotSingle,

    /// <summary>SQL that the parser does not understand; the message is <c>syntax error at or near "X"</c>.</summary>
    SqlSyntax,

    /// <summary>SQL that is no SELECT; <see cref="DataStoreException.Subject"/> is PostgreSQL's name of the statement, such as <c>DeleteStmt</c>.</summary>
    SqlStatement,

    /// <summary>SQL that calls a function that is not allowed or not known; <see cref="DataStoreException.Subject"/> is its name.</summary>
    SqlFunction,

    /// <summary>SQL that reads system tables, files or anything but tables of the store.</summary>
    SqlSystemTable,

    /// <summary>SQL that names a table that is not there; <see cref="DataStoreException.Subject"/> is its name.</summary>
    SqlTable,

    /// <summary>SQL or rows that need more memory than they may take.</summary>
    TooLarge,

    /// <summary>The engine cannot do this at all (functions, triggers, a type).</summary>
    NotSupported,
}
