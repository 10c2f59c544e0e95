using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Persistence;

/// <summary>One entry of the change log that was committed.</summary>
/// <param name="Document">The dataset's document at or after this change; null for other kinds and purged datasets.</param>
public sealed record CommittedChange(long Sequence, ChangeKind Kind, string ObjectId, DatasetDocument? Document);
