using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>The functions of the engine, where it has any.</summary>
internal static class FunctionStore
{
    /// <exception cref="InvalidException">It has none.</exception>
    public static IDataFunctions Of(IDataStore store) => store as IDataFunctions ?? throw InvalidException.Field("datastore", Lacking(store));

    public static string Lacking(IDataStore store) => $"Functions and triggers need the PostgreSQL engine; tables of this portal are kept in {store.Engine}";
}
