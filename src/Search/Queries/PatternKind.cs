namespace Purbalingga.Search.Queries;

/// <summary>How a pattern stands for words.</summary>
internal enum PatternKind
{
    Prefix,
    Wildcard,
    Regex,
}
