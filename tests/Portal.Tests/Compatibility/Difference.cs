namespace Purbalingga.Portal.Tests.Compatibility;

/// <summary>One departure from CKAN on purpose.</summary>
/// <param name="About">Actions or subject.</param>
/// <param name="Here">What this server does.</param>
/// <param name="Ckan">What CKAN does.</param>
/// <param name="Why">The reason.</param>
internal sealed record Difference(string About, string Here, string Ckan, string Why);
