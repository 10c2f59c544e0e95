using Purbalingga.Catalog.Persistence;
using Purbalingga.Migrator;

if (args is not [var root, "add" or "renew", var name])
{
    await Console.Error.WriteLineAsync("usage: Migrator REPOSITORY add|renew NAME");
    return 2;
}

Func<CatalogContext>[] engines =
[
    () => new Purbalingga.Migrations.Sqlite.DesignTimeContextFactory().CreateDbContext([]),
    () => new Purbalingga.Migrations.PostgreSql.DesignTimeContextFactory().CreateDbContext([]),
    () => new Purbalingga.Migrations.SqlServer.DesignTimeContextFactory().CreateDbContext([]),
];
foreach (var engine in engines)
{
    using var context = engine();
    var scaffolder = new EngineScaffolder(context, root);
    Console.WriteLine(args[1] == "add" ? scaffolder.Add(name) : scaffolder.Renew(name));
}

return 0;
