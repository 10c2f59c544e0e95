using Purbalingga.Search.Analysis;

namespace Purbalingga.Search;

/// <summary>A field name with the definition and the analyzer that hold for it.</summary>
internal sealed record SchemaField(string Name, FieldDefinition Definition, Analyzer? Analyzer)
{
    public FieldKind Kind => Definition.Kind;
}
