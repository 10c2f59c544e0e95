using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A connection and the right to use a file until it is disposed.</summary>
internal sealed class FileLease(TableFile file, DuckConnection connection, Action<TableFile> giveBack) : IDisposable
{
    private bool _isBack;

    public TableFile File => file;

    public DuckConnection Connection => connection;

    public void Dispose()
    {
        if (!_isBack)
        {
            _isBack = true;
            connection.Dispose();
            giveBack(file);
        }
    }
}
