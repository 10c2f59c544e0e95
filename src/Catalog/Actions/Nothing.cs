namespace Purbalingga.Catalog.Actions;

/// <summary>Result of an action that answers <c>"result": null</c>.</summary>
public sealed class Nothing
{
    public static Nothing Value { get; } = new();

    private Nothing()
    {
    }
}
