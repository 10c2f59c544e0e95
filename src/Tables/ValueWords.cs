using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables;

/// <summary>Words of values, for readers that know no other way to tell them; compared without regard to case and outer blanks.</summary>
public static class ValueWords
{
    /// <summary>What stands in typed columns where there is no value.</summary>
    public static IReadOnlyCollection<string> Missing => MissingText.All;

    public static IReadOnlyList<string> Yes => BooleanText.Yes;

    public static IReadOnlyList<string> No => BooleanText.No;
}
