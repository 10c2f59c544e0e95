namespace Purbalingga.Catalog.Groups;

/// <summary>What a caller wants of an organization or group; null for what was not given and stays as it is.</summary>
internal sealed record GroupValues
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? ImageUrl { get; init; }

    public string? Type { get; init; }

    public string? ApprovalStatus { get; init; }

    public string? State { get; init; }

    public IReadOnlyDictionary<string, string>? Extras { get; init; }

    /// <summary>User id to role.</summary>
    public IReadOnlyDictionary<string, string>? Users { get; init; }

    /// <summary>Id of each parent to the capacity it was given with.</summary>
    public IReadOnlyDictionary<string, string>? Parents { get; init; }

    /// <summary>Dataset ids, each with <c>public</c>.</summary>
    public IReadOnlyDictionary<string, string>? Datasets { get; init; }
}
