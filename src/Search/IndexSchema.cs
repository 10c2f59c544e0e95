using System.Collections.Concurrent;
using System.Text;
using Purbalingga.Search.Analysis;

namespace Purbalingga.Search;

/// <summary>The fields of an index: by exact name first, then by the longest pattern, then the catch-all <c>*</c>.</summary>
public sealed class IndexSchema
{
    // Names come from callers' queries: past this many they are resolved anew each time, so that nobody fills the memory
    private const int MaxResolvedNames = 10_000;

    private readonly Dictionary<string, FieldDefinition> _exact = new(StringComparer.Ordinal);
    private readonly FieldDefinition[] _patterns;
    private readonly Dictionary<string, Analyzer> _analyzers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaField> _resolved = new(StringComparer.Ordinal);

    /// <summary>Builds the schema.</summary>
    /// <param name="fields">Field definitions; a name may occur once.</param>
    /// <param name="analyzers">Analyzers beside the built-in <c>text</c>, <c>text_general</c>, <c>whitespace_lowercase</c> and <c>ngram</c>.</param>
    /// <param name="idField">Keyword field that carries the document's id; defined if <paramref name="fields"/> does not.</param>
    /// <exception cref="ArgumentException">Two definitions of one name, an unknown analyzer, a copy into a field that is not text.</exception>
    public IndexSchema(IEnumerable<FieldDefinition> fields, IReadOnlyDictionary<string, Analyzer>? analyzers = null, string idField = "id")
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var analyzer in BuiltInAnalyzers.All)
        {
            _analyzers.Add(analyzer.Key, analyzer.Value);
        }
        foreach (var analyzer in analyzers ?? new Dictionary<string, Analyzer>())
        {
            _analyzers[analyzer.Key] = analyzer.Value;
        }

        IdField = idField;
        var patterns = new List<FieldDefinition>();
        foreach (var field in fields)
        {
            if (field.Kind == FieldKind.Text && !_analyzers.ContainsKey(field.Analyzer))
            {
                throw new ArgumentException($"Field {field.Name} names the unknown analyzer {field.Analyzer}", nameof(fields));
            }
            if (field.Name.Contains('*', StringComparison.Ordinal))
            {
                patterns.Add(field);
            }
            else if (!_exact.TryAdd(field.Name, field))
            {
                throw new ArgumentException($"Field {field.Name} is defined twice", nameof(fields));
            }
        }
        _exact.TryAdd(idField, new FieldDefinition(idField, FieldKind.Keyword) { Stored = true });
        _patterns = [.. patterns.OrderByDescending(p => p.Name.Length).ThenBy(p => p.Name, StringComparer.Ordinal)];
        foreach (var target in _exact.Values.Concat(_patterns).SelectMany(f => f.CopyTo))
        {
            if (!_exact.TryGetValue(target, out var definition) || definition.Kind != FieldKind.Text)
            {
                throw new ArgumentException($"{target} is copied into but is not a text field", nameof(fields));
            }
        }
        Fingerprint = MakeFingerprint();
    }

    /// <summary>Keyword field that carries the document's id.</summary>
    public string IdField { get; }

    /// <summary>Changes when definitions change, so that an index built for another schema is built anew.</summary>
    public string Fingerprint { get; }

    /// <summary>Definition that holds for a field name; null when not even a pattern fits (the field then matches nothing).</summary>
    public FieldDefinition? Find(string name) => Resolve(name)?.Definition;

    internal SchemaField? Resolve(string name)
    {
        if (_resolved.TryGetValue(name, out var known))
        {
            return known;
        }
        var definition = _exact.GetValueOrDefault(name) ?? Array.Find(_patterns, p => Fits(p.Name, name));
        if (definition is null)
        {
            return null;
        }
        var analyzer = definition.Kind switch
        {
            FieldKind.Text => _analyzers[definition.Analyzer],
            FieldKind.Ngram => _analyzers["ngram"],
            _ => null,
        };
        var field = new SchemaField(name, definition, analyzer);
        if (_resolved.Count < MaxResolvedNames)
        {
            _resolved.TryAdd(name, field);
        }
        return field;
    }

    private static bool Fits(string pattern, string name) =>
        pattern == "*"
        || (pattern.StartsWith('*') && name.Length >= pattern.Length && name.AsSpan().EndsWith(pattern.AsSpan(1), StringComparison.Ordinal))
        || (pattern.EndsWith('*') && name.Length >= pattern.Length && name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal));

    private string MakeFingerprint()
    {
        var text = new StringBuilder();
        foreach (var field in _exact.Values.Concat(_patterns).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var analyzer = field.Kind switch
            {
                FieldKind.Text => _analyzers[field.Analyzer].Version,
                FieldKind.Ngram => _analyzers["ngram"].Version,
                _ => "",
            };
            text.Append(field.Name).Append('|').Append(field.Kind).Append('|').Append(analyzer).Append('|').Append(field.MultiValued)
                .Append('|').Append(field.Stored).Append('|').AppendJoin(',', field.CopyTo).Append('\n');
        }
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
