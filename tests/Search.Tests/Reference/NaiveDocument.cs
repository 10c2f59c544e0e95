using System.Globalization;
using Purbalingga.Search.Analysis;
using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Tests.Reference;

/// <summary>A document as the naive index sees it.</summary>
internal sealed class NaiveDocument
{
    private readonly Dictionary<string, List<(string Term, int Position)>> _words = [];
    private readonly Dictionary<string, List<long>> _numbers = [];
    private readonly Dictionary<string, HashSet<string>> _terms = [];

    public NaiveDocument(IndexSchema schema, IndexDocument document, int order)
    {
        Id = document.Id;
        Order = order;
        _words[schema.IdField] = [(document.Id, 0)];
        foreach (var (name, value) in document.Values)
        {
            var field = schema.Resolve(name)!;
            switch (field.Kind)
            {
                case FieldKind.Keyword:
                    Add(name, [(value, 0)]);
                    break;
                case FieldKind.Date:
                    if (DateMath.TryParseStored(value, out var time))
                    {
                        Add(name, time);
                    }
                    break;
                case FieldKind.Number:
                    Add(name, long.Parse(value, CultureInfo.InvariantCulture));
                    break;
                default:
                    Add(name, Analyze(field.Analyzer!, value));
                    break;
            }
            foreach (var target in field.Definition.CopyTo)
            {
                Add(target, Analyze(schema.Resolve(target)!.Analyzer!, value));
            }
        }
    }

    public string Id { get; }

    /// <summary>When it was indexed, counted in changes.</summary>
    public int Order { get; }

    public HashSet<string> Terms(string field)
    {
        if (!_terms.TryGetValue(field, out var terms))
        {
            _terms.Add(field, terms = [.. Words(field).Select(w => w.Term)]);
        }
        return terms;
    }

    public List<(string Term, int Position)> Words(string field) => _words.GetValueOrDefault(field) ?? [];

    public List<long> Numbers(string field) => _numbers.GetValueOrDefault(field) ?? [];

    private static List<(string, int)> Analyze(Analyzer analyzer, string value)
    {
        var tokens = new TokenBuffer();
        analyzer.ForIndex(value, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => (tokens[i].ToString(), tokens.PositionOf(i)))];
    }

    private void Add(string field, List<(string Term, int Position)> words)
    {
        if (words.Count == 0)
        {
            return;
        }
        if (!_words.TryGetValue(field, out var known))
        {
            _words.Add(field, known = []);
        }
        var start = known.Count == 0 ? 0 : known[^1].Position + 101;
        known.AddRange(words.Select(w => (w.Term, w.Position + start)));
    }

    private void Add(string field, long number)
    {
        if (!_numbers.TryGetValue(field, out var known))
        {
            _numbers.Add(field, known = []);
        }
        known.Add(number);
    }
}
