namespace Purbalingga.Search.Searching;

/// <summary>A term over all segments.</summary>
/// <param name="Documents">Documents with the term, deleted ones included.</param>
/// <param name="InSegments">By segment: documents, occurrences and the pointer to the postings; zeros where it does not stand.</param>
internal sealed record TermPlaces(long Documents, (int Documents, int Occurrences, int Pointer)[] InSegments);
