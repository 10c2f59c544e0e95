namespace Microsoft.SqlServer.Server;

/// <summary>A type was used as a user-defined type without being one.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Called by the SQL client.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason = "") =>
        new($"'{udtType?.FullName}' is no user-defined type. {resourceReason}".TrimEnd());
}
