namespace Purbalingga.Catalog.Actions;

/// <summary>Implemented by actions that take <see cref="ActionInput"/>: tells the documentation which keys they read.</summary>
public interface IDescribesParameters
{
    static abstract IReadOnlyList<ActionParameter> Parameters { get; }
}
