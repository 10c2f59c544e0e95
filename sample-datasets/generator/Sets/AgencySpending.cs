namespace Purbalingga.Samples.Sets;

/// <summary>Spending of one agency in rupiah.</summary>
/// <param name="Agency">Name of a sample organization, or words for those that have none.</param>
internal sealed record AgencySpending(string Agency, long Planned, long Realised);
