using System.Xml.Linq;

namespace Purbalingga.Architecture.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "TestResults", "artifacts", "data"];

    public static string Root { get; } = FindRoot();

    /// <summary>Projects under <c>src/</c> by the name of their folder.</summary>
    public static IReadOnlyDictionary<string, XDocument> Sources { get; } = Projects
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => XDocument.Load(Path.Combine(Root, path)));

    /// <summary>All project files, relative to the root.</summary>
    public static IEnumerable<string> Projects => Files(".csproj");

    /// <summary>Files that people wrote, relative to the root, with <c>/</c>.</summary>
    /// <param name="ending">How the names end.</param>
    public static IEnumerable<string> Files(string ending) => Walk(new DirectoryInfo(Root))
        .Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name) && child.LinkTarget is null).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Purbalingga.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests must run inside the repository");
        }

        return folder.FullName;
    }
}
