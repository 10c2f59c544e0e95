namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>What a column holds, as far as showing and filtering it goes.</summary>
internal enum FieldKind
{
    Text,
    Number,
    Date,

    /// <summary>Date and time.</summary>
    Moment,
    Boolean,

    /// <summary>Lists, objects and what has no box of its own.</summary>
    Other,
}
