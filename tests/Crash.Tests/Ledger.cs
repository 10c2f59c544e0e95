using System.Collections.Concurrent;

namespace Purbalingga.Crash.Tests;

/// <summary>What the server was asked and what it has answered for, so that a later look can tell whether it kept its word.</summary>
internal sealed class Ledger
{
    /// <summary>Dataset name to the number that its last answered edit wrote, and the number that was tried last.</summary>
    public ConcurrentDictionary<string, (int Answered, int Tried)> Datasets { get; } = new();

    /// <summary>Resource id to download address and SHA-256 of the bytes that were answered for.</summary>
    public ConcurrentDictionary<string, (string Url, string Hash)> Uploads { get; } = new();

    private int _answers;

    /// <summary>Writing calls that were answered with success.</summary>
    public int Answers => _answers;

    public void Answered() => Interlocked.Increment(ref _answers);
}
