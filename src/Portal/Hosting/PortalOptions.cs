using System.ComponentModel.DataAnnotations;

namespace Purbalingga.Portal.Hosting;

/// <summary>Section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    internal const string Section = "Portal";

    /// <summary>ASP.NET's own key of the addresses to listen on.</summary>
    internal const string UrlsKey = "urls";

    internal const string DefaultUrl = "http://localhost:5000";

    /// <summary>Load the sample datasets into an empty catalog at start.</summary>
    public bool LoadSampleData { get; set; } = true;

    /// <summary>Folder of the sample datasets; empty means the one beside the program.</summary>
    public string SampleDataPath { get; set; } = "";

    /// <summary>Largest JSON or form body, 2^20 bytes each; files have the limits <c>ckan.max_resource_size</c> and <c>ckan.max_image_size</c>.</summary>
    [Range(1, 1024)]
    public int MaxBodyMegabytes { get; set; } = 32;

    /// <summary>Largest body of a caller without token or session, 2^20 bytes each.</summary>
    [Range(1, 1024)]
    public int MaxAnonymousBodyMegabytes { get; set; } = 2;

    /// <summary>Most values (texts, numbers, lists, objects) in one JSON body.</summary>
    [Range(1000, 100_000_000)]
    public int MaxJsonValues { get; set; } = 500_000;
}
