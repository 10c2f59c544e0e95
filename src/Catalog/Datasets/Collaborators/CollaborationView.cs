namespace Purbalingga.Catalog.Datasets.Collaborators;

/// <summary>A dataset that a user works on as a collaborator.</summary>
internal sealed record CollaborationView(string PackageId, string Capacity, string Modified);
