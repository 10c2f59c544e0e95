namespace Purbalingga.Search.Searching;

/// <summary>A small segment's ordinals in one global numbering.</summary>
internal sealed record GlobalOrdinalsMap(GlobalOrdinals Global, int[] Map);
