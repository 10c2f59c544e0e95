namespace Purbalingga.Catalog.Regions;

/// <summary>Who numbers regions.</summary>
public enum RegionSystem
{
    /// <summary>The Ministry of Home Affairs: <c>33.03.01.2001</c>, also written without dots.</summary>
    Kemendagri,

    /// <summary>Statistics Indonesia: <c>3303</c>, <c>3303010</c>, <c>3303010001</c>.</summary>
    Bps,
}
