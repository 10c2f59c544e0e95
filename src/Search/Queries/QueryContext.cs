namespace Purbalingga.Search.Queries;

/// <summary>What reading a query text needs to know.</summary>
internal sealed record QueryContext(
    IndexSchema Schema, QueryDialect Dialect, QueryOperator DefaultOperator, string DefaultField, SearchLimits Limits, DateTime Now);
