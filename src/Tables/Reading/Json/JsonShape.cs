namespace Purbalingga.Tables.Reading.Json;

/// <summary>How a table lies in JSON.</summary>
internal enum JsonShape
{
    /// <summary>An array of objects.</summary>
    Records,

    /// <summary>An array of arrays, as a sheet.</summary>
    Lists,

    /// <summary>An array of texts and numbers.</summary>
    Values,

    /// <summary>The features of GeoJSON.</summary>
    Features,

    /// <summary>An object of objects: each key with its record.</summary>
    Keyed,
}
