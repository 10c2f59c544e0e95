namespace Purbalingga.Search.Queries;

/// <summary>Tokens of the Lucene query language.</summary>
internal enum TokenKind
{
    End,
    And,
    Or,
    Not,
    Plus,
    Minus,
    BareOperator,
    LeftParen,
    RightParen,
    Colon,
    Star,
    Caret,
    Quoted,
    Term,
    FuzzySlop,
    Prefix,
    Wildcard,
    Regex,
    RangeStartIncluded,
    RangeStartExcluded,
    RangeTo,
    RangeEndIncluded,
    RangeEndExcluded,
    RangeQuoted,
    RangeText,
    Number,
}
