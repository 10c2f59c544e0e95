namespace Purbalingga.Catalog.Datasets.Collaborators;

/// <summary>CKAN's collaborator dictionary.</summary>
/// <param name="Modified">With a blank instead of <c>T</c> in lists, as CKAN writes it there.</param>
internal sealed record CollaboratorView(string PackageId, string UserId, string Capacity, string Modified)
{
    public static CollaboratorView Of(Collaborator collaborator) =>
        new(collaborator.DatasetId, collaborator.UserId, collaborator.Capacity, Clock.Text(collaborator.Modified));

    public static CollaboratorView Listed(Collaborator collaborator) =>
        Of(collaborator) with { Modified = Clock.Text(collaborator.Modified).Replace('T', ' ') };
}
