using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Relationships;

/// <summary>Finds and changes relationships, always in their stored (forward) direction.</summary>
internal sealed class RelationshipStore(CatalogContext context, DatasetDocuments documents, Rights rights)
{
    /// <summary>Both datasets of a request, after checking type and rights.</summary>
    public async Task<(Dataset Subject, Dataset Object)> FindPairAsync(RelationshipRequest request, Caller caller, CancellationToken ct)
    {
        var subject = await context.FindWholeAsync(request.Subject, ct) ?? throw new NotFoundException($"Subject package \"{request.Subject}\" was not found.");
        var other = await context.FindWholeAsync(request.Object, ct) ?? throw new NotFoundException($"Object package \"{request.Object}\" was not found.");
        if (!RelationshipTypes.All.Contains(request.Type))
        {
            throw InvalidException.Field("type", $"Value must be one of [{string.Join(", ", RelationshipTypes.All.Select(t => $"'{t}'"))}]");
        }

        return rights.MayEdit(subject, caller) && rights.MayEdit(other, caller)
            ? (subject, other)
            : throw new NotAuthorizedException($"User {caller.Name} not authorized to edit these packages");
    }

    /// <summary>The stored relationship of a request; null when there is none.</summary>
    public async Task<DatasetRelationship?> FindAsync(RelationshipRequest request, Dataset subject, Dataset other, CancellationToken ct)
    {
        var (from, to, type) = Forward(request, subject, other);
        return await context.Relationships.FirstOrDefaultAsync(r => r.SubjectId == from.Id && r.ObjectId == to.Id && r.Type == type, ct);
    }

    public DatasetRelationship Add(RelationshipRequest request, Dataset subject, Dataset other)
    {
        var (from, to, type) = Forward(request, subject, other);
        var relationship = new DatasetRelationship { Id = Guid.CreateVersion7().ToString(), SubjectId = from.Id, ObjectId = to.Id, Type = type };
        context.Relationships.Add(relationship);
        return relationship;
    }

    /// <summary>Renders both datasets anew, since each shows its relationships.</summary>
    public async Task PublishAsync(Dataset subject, Dataset other, CancellationToken ct)
    {
        await context.SaveChangesAsync(ct); // rendering reads the stored relationships
        await documents.PublishAsync(subject, ct);
        await documents.PublishAsync(other, ct);
    }

    public static JsonObject Show(string subject, string other, string type, string? comment) =>
        new() { ["subject"] = subject, ["type"] = type, ["object"] = other, ["comment"] = comment };

    private static (Dataset From, Dataset To, string Type) Forward(RelationshipRequest request, Dataset subject, Dataset other) =>
        RelationshipTypes.IsForward(request.Type) ? (subject, other, request.Type) : (other, subject, RelationshipTypes.Opposite(request.Type));
}
