using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Purbalingga.Search.Analysis;
using Purbalingga.Search.Queries;

namespace Purbalingga.Search.Segments;

/// <summary>Turns documents into a segment.</summary>
internal sealed class SegmentBuilder(IndexSchema schema)
{
    /// <summary>Longest exact value that is indexed, as in Lucene; longer ones are cut, in queries as well.</summary>
    public const int LongestKeywordBytes = 32_766;

    // Solr's positionIncrementGap: keeps phrases from running over from one value to the next
    private const int GapBetweenValues = 100;

    private readonly Dictionary<string, PendingField> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _storedNames = [];
    private readonly Dictionary<string, int> _storedNumbers = new(StringComparer.Ordinal);
    private readonly ByteWriter _stored = new(1024);
    private readonly List<int> _storedOffsets = [];
    private readonly TokenBuffer _tokens = new();
    private int _documents;

    /// <summary>Builds one segment of documents with distinct ids, in the order given.</summary>
    public static Segment Build(IndexSchema schema, IReadOnlyCollection<IndexDocument> documents)
    {
        var builder = new SegmentBuilder(schema);
        foreach (var document in documents)
        {
            builder.Add(document);
        }
        return new Segment(builder.Finish());
    }

    private void Add(IndexDocument document)
    {
        var doc = _documents++;
        Index(doc, schema.IdField, document.Id);
        var stored = 0;
        foreach (var (name, value) in document.Values)
        {
            if (name != schema.IdField)
            {
                Index(doc, name, value);
                stored += schema.Resolve(name) is { Definition.Stored: true } ? 1 : 0;
            }
        }
        if (stored > 0)
        {
            foreach (var (name, value) in document.Values)
            {
                if (name != schema.IdField && schema.Resolve(name) is { Definition.Stored: true })
                {
                    Store(name, value);
                }
            }
        }
        _storedOffsets.Add(_stored.Length);
        foreach (var field in _fields.Values)
        {
            field.EndDocument(doc);
        }
    }

    private void Store(string name, string value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_storedNumbers, name, out var exists);
        if (!exists)
        {
            number = _storedNames.Count;
            _storedNames.Add(name);
        }
        _stored.Varint(number);
        _stored.Text(value);
    }

    private PendingField Pending(SchemaField field)
    {
        ref var pending = ref CollectionsMarshal.GetValueRefOrAddDefault(_fields, field.Name, out _);
        return pending ??= new PendingField(field.Kind);
    }

    private void Index(int doc, string name, string value)
    {
        if (schema.Resolve(name) is not { } field)
        {
            return;
        }
        _tokens.Clear();
        var isAnalyzed = false;
        switch (field.Kind)
        {
            case FieldKind.Keyword:
                Pending(field).AddKeyword(doc, CutKeyword(value));
                break;
            case FieldKind.Date when DateMath.TryParseStored(value, out var time):
                Pending(field).Numbers.Add((doc, time));
                break;
            case FieldKind.Number when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                Pending(field).Numbers.Add((doc, number));
                break;
            case FieldKind.Text or FieldKind.Ngram:
                field.Analyzer!.ForIndex(value, _tokens);
                isAnalyzed = true;
                AddTokens(doc, field);
                break;
        }
        foreach (var target in field.Definition.CopyTo)
        {
            var copy = schema.Resolve(target)!;
            if (!isAnalyzed || !ReferenceEquals(copy.Analyzer, field.Analyzer))
            {
                _tokens.Clear();
                copy.Analyzer!.ForIndex(value, _tokens);
                isAnalyzed = false;
            }
            AddTokens(doc, copy);
        }
    }

    private void AddTokens(int doc, SchemaField field)
    {
        var pending = Pending(field);
        if (field.Kind == FieldKind.Ngram)
        {
            for (var i = 0; i < _tokens.Count; i++)
            {
                pending.AddKeyword(doc, _tokens[i]);
            }
            return;
        }
        pending.AddWords(doc, _tokens, GapBetweenValues);
    }

    /// <summary>Cuts a value to the longest indexed length, between letters.</summary>
    public static string CutKeyword(string value)
    {
        if (value.Length * 3 <= LongestKeywordBytes || Encoding.UTF8.GetByteCount(value) <= LongestKeywordBytes)
        {
            return value;
        }
        var bytes = Encoding.UTF8.GetBytes(value);
        var end = LongestKeywordBytes;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }
        return Encoding.UTF8.GetString(bytes, 0, end);
    }

    private byte[] Finish()
    {
        var writer = new SegmentWriter(_documents);
        foreach (var (name, pending) in _fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var field = writer.BeginField(name, pending.Kind);
            pending.WriteTerms(field);
            pending.Numbers.Sort();
            writer.EndField(field, pending.Lengths, pending.Numbers);
        }
        return writer.Finish(_storedNames, _storedOffsets, _stored);
    }
}
