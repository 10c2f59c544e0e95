namespace Purbalingga.Portal.ActionApi;

/// <summary>What a path under <c>/api</c> asks for.</summary>
internal enum ApiRouteKind
{
    /// <summary>Not ours.</summary>
    None,
    Action,
    Version,
    Util,
    Translations,
    Robots,

    /// <summary>Ours, but nothing is there.</summary>
    Unknown,
}
