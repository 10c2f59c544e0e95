namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialized; values as in SQL Server's own assembly.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}
