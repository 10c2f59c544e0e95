namespace Purbalingga.Search.Tests;

/// <summary>What tests share.</summary>
internal static class TestContext
{
    /// <summary>Tests run to their end.</summary>
    public static CancellationToken Token => CancellationToken.None;
}
