namespace Purbalingga.Tables.Tests.Support;

/// <summary>Tests that measure the memory of the process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryTests
{
    public const string Name = "Memory";
}
