namespace Purbalingga.Portal.Hosting;

/// <summary>What the command line says, for all commands alike; null where it says nothing.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="DataPath">Folder of everything that the embedded engines keep.</param>
/// <param name="Database"><c>ENGINE;CONNECTION STRING</c>, the engine being sqlite, postgresql or sqlserver.</param>
/// <param name="LoadSampleData">False leaves an empty catalog empty.</param>
/// <param name="Testing">Server for tests only.</param>
internal sealed record HostArguments(
    string? Urls = null, string? DataPath = null, string? Database = null, bool LoadSampleData = true, bool Testing = false)
{
    /// <summary>The same as configuration, which beats files and environment.</summary>
    /// <exception cref="ConfigurationException">The database is not understood.</exception>
    public Dictionary<string, string?> ToConfiguration()
    {
        var values = new Dictionary<string, string?>();
        if (Urls is not null)
        {
            values[PortalOptions.UrlsKey] = Urls;
        }

        if (DataPath is not null)
        {
            values["Catalog:DataPath"] = Path.GetFullPath(DataPath);
        }

        if (!LoadSampleData)
        {
            values[$"{PortalOptions.Section}:{nameof(PortalOptions.LoadSampleData)}"] = "false";
        }

        if (Database is not null)
        {
            AddDatabase(values, Database);
        }

        return values;
    }

    private static void AddDatabase(Dictionary<string, string?> values, string database)
    {
        var parts = database.Split(';', 2);
        values["Database:Engine"] = parts[0].Trim().ToLowerInvariant() switch
        {
            "sqlite" => "Sqlite",
            "postgresql" => "PostgreSql",
            "sqlserver" => "SqlServer",
            _ => throw new ConfigurationException($"--db: unknown engine \"{parts[0]}\"; it is sqlite, postgresql or sqlserver, then ; and a connection string"),
        };
        values["Database:ConnectionString"] = parts.Length > 1 ? parts[1].Trim() : "";
    }
}
