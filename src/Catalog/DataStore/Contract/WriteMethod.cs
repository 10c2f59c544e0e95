namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What is done with rows that are written.</summary>
public enum WriteMethod
{
    /// <summary>New rows only; a key that is there: <see cref="DataStoreError.DuplicateKey"/>.</summary>
    Insert,

    /// <summary>Rows that are there only; a key that is not: <see cref="DataStoreError.KeyNotFound"/>.</summary>
    Update,

    /// <summary>The given columns of rows that are there are changed; the others become new rows.</summary>
    Upsert,
}
