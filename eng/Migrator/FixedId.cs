using Microsoft.EntityFrameworkCore.Migrations;

namespace Purbalingga.Migrator;

/// <summary>Gives a renewed migration the identifier it had.</summary>
internal sealed class FixedId(string id) : IMigrationsIdGenerator
{
    private const int StampLength = 15;

    public string GenerateId(string name) => id[..StampLength] + name;

    public string GetName(string id) => id[StampLength..];

    public bool IsValidId(string value) => value.Length > StampLength && value[StampLength - 1] == '_';
}
