using System.Xml;

namespace Purbalingga.Tables.Reading;

/// <summary>Moves XML readers on under a limit of depth, so that nesting without end cannot fill memory.</summary>
internal static class XmlSteps
{
    private const int MaxDepth = 100;

    /// <exception cref="InvalidDataException">Nested deeper than any spreadsheet is.</exception>
    public static bool Step(this XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= MaxDepth ? more : throw new InvalidDataException("The XML is nested too deeply.");
    }
}
