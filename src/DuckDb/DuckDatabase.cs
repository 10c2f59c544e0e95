using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>
/// One instance of DuckDB over one file, or over memory. Never have two instances of one file at a time: each would not see what the other writes and rows would be
/// lost without an error.
/// </summary>
/// <remarks>Safe for many threads; every thread needs a connection of its own.</remarks>
public sealed unsafe class DuckDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;

    private DuckDatabase(DatabaseHandle handle) => _handle = handle;

    /// <summary>Version of the native library, such as <c>v1.5.6</c>.</summary>
    public static string LibraryVersion => Utf8.Read(Api.LibraryVersion());

    /// <summary>Opens a file, makes it where it is missing, and takes over what its log (<c>FILE.wal</c>) holds.</summary>
    /// <param name="path">Null for a database in memory.</param>
    /// <param name="settings">DuckDB's configuration, such as <c>memory_limit</c> and <c>threads</c>.</param>
    /// <exception cref="DuckException">A damaged file, one that another process holds, an unknown setting.</exception>
    public static DuckDatabase Open(string? path, IEnumerable<KeyValuePair<string, string>>? settings = null)
    {
        Api.CreateConfig(out var config);
        using (config)
        {
            foreach (var (name, value) in settings ?? [])
            {
                fixed (byte* n = Utf8.Terminated(name), v = Utf8.Terminated(value))
                {
                    if (Api.SetConfig(config, n, v) != 0)
                    {
                        throw new DuckException(DuckErrorType.InvalidConfiguration, $"DuckDB does not take {name} = {value}");
                    }
                }
            }

            byte* error = null;
            fixed (byte* p = Utf8.Terminated(path ?? ":memory:"))
            {
                if (Api.Open(p, out var database, config, &error) == 0)
                {
                    return new DuckDatabase(database);
                }

                database.Dispose();
                throw DuckException.FromMessage(Utf8.Take(error));
            }
        }
    }

    /// <summary>A connection: one transaction and one query at a time.</summary>
    public DuckConnection Connect()
    {
        if (Api.Connect(_handle, out var connection) == 0)
        {
            return new DuckConnection(connection);
        }

        connection.Dispose();
        throw new DuckException(DuckErrorType.Invalid, "DuckDB gave no connection");
    }

    /// <summary>Closes the instance. The file is let go when the last connection is closed too, so close these first.</summary>
    public void Dispose() => _handle.Dispose();
}
