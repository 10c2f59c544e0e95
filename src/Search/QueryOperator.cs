namespace Purbalingga.Search;

/// <summary>How clauses without an operator are joined.</summary>
public enum QueryOperator
{
    /// <summary>All must match.</summary>
    And,

    /// <summary>At least one must match.</summary>
    Or,
}
