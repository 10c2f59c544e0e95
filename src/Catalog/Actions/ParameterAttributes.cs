namespace Purbalingga.Catalog.Actions;

/// <summary>Another name under which a parameter is taken, such as <c>name_or_id</c> for <c>id</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AliasAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The wire name of a parameter where it isn't the snake case of its own, such as <c>facet.field</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WireAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>An integer that must not be negative: <c>Must be a natural number</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NaturalAttribute : Attribute;

/// <summary>An integer of at least one: <c>Must be a postive integer</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositiveAttribute : Attribute;

/// <summary>One sentence for the API documentation.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class DocAttribute(string text) : Attribute
{
    public string Text { get; } = text;

    /// <summary>Example value as JSON text.</summary>
    public string? Example { get; init; }
}
