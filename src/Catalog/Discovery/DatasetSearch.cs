using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Licenses;
using Purbalingga.Catalog.Settings;
using Purbalingga.Search;
using SortKey = Purbalingga.Search.SortKey;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Searches datasets by CKAN's parameters; what a caller may not see is in no hit, count or facet.</summary>
internal sealed class DatasetSearch(
    ISearchIndex index, DocumentReader documents, CkanSettings settings, GroupTitles groups, LicenseRegister licenses, SearchCache cache)
{
    private static readonly IndexSchema Schema = DatasetIndexSchema.Create();

    /// <summary>Answers a <c>package_search</c> as JSON.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> SearchAsync(JsonObject data, Caller caller, CancellationToken ct)
    {
        var parameters = SearchParameters.Read(data, settings);
        var key = Key(data, caller);
        var state = cache.State;
        if (key is not null && cache.Find(key) is { } kept)
        {
            return kept;
        }

        var request = Request(parameters, caller);
        var result = Run(request, ct);
        var answer = await WriteAsync(parameters, result, ct);
        if (key is not null)
        {
            cache.Keep(key, answer, state);
        }

        return answer;
    }

    /// <summary>Runs a search and turns what the engine refuses into CKAN's errors.</summary>
    public SearchResult Run(SearchRequest request, CancellationToken ct)
    {
        try
        {
            return index.Search(request, ct);
        }
        catch (SearchException error)
        {
            var text = error is QuerySyntaxException syntax ? $"{error.Message} (position {syntax.Position})" : error.Message;
            throw new SearchFailedException(PythonRepr("SOLR returned an error running query: " + text), error);
        }
    }

    /// <summary>Filters that hide from a caller what is not his to see.</summary>
    public static IReadOnlyList<RequiredAny> Visible(Caller caller, bool includePrivate, IReadOnlyList<string>? states)
    {
        var required = new List<RequiredAny>();
        if (states is not null)
        {
            required.Add(new RequiredAny("state", states));
        }

        if (!includePrivate)
        {
            required.Add(new RequiredAny("capacity", ["public"]));
        }

        if (!caller.IsSysadmin)
        {
            required.Add(new RequiredAny(DatasetIndexSchema.Labels, caller.Labels));
        }

        return required;
    }

    private static SearchRequest Request(SearchParameters parameters, Caller caller)
    {
        var ownState = parameters.Filters.Any(f => f.Contains("+state", StringComparison.Ordinal));
        List<string> states = [RecordState.Active];
        if (parameters.IncludeDrafts)
        {
            states.Add(RecordState.Draft);
        }

        if (parameters.IncludeDeleted)
        {
            states.Add(RecordState.Deleted);
        }

        return new SearchRequest
        {
            Query = parameters.Query,
            Mode = ModeOf(parameters),
            Dismax = new DismaxOptions
            {
                QueryFields = parameters.QueryFields ?? DismaxOptions.Default.QueryFields,
                MinimumMatch = parameters.MinimumMatch ?? DismaxOptions.Default.MinimumMatch,
                TieBreaker = float.TryParse(parameters.TieBreaker, CultureInfo.InvariantCulture, out var tie) ? Math.Clamp(tie, 0, 1) : DismaxOptions.Default.TieBreaker,
            },
            DefaultField = DatasetIndexSchema.CatchAll,
            Filters = parameters.Filters,
            RequiredAny = Visible(caller, parameters.IncludePrivate, ownState ? null : states),
            Sort = SortOf(parameters.Sort),
            Start = parameters.Start,
            Rows = parameters.Rows,
            Facets = [.. parameters.FacetFields.Select(f => new FacetRequest(f, parameters.FacetLimit < 0 ? -1 : parameters.FacetLimit, Math.Max(1, parameters.FacetMinimumCount)))],
            Fields = parameters.Fields ?? [],
        };
    }

    private static QueryMode ModeOf(SearchParameters parameters) => parameters.Parser switch
    {
        null => parameters.Query?.Contains(':', StringComparison.Ordinal) == true ? QueryMode.Lucene : QueryMode.Dismax,
        "dismax" => QueryMode.Dismax,
        "edismax" => QueryMode.Edismax,
        "lucene" => QueryMode.Lucene,
        _ => throw new SearchFailedException(PythonRepr($"SOLR returned an error running query: Unknown query parser '{parameters.Parser}'")),
    };

    private static List<SortKey> SortOf(string sort)
    {
        var keys = new List<SortKey>();
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var field, var direction] || direction.ToLowerInvariant() is not ("asc" or "desc"))
            {
                throw new SearchQueryException("'Invalid \"sort\" parameter'");
            }

            keys.Add(new SortKey(field, direction.Equals("desc", StringComparison.OrdinalIgnoreCase)));
        }

        return keys;
    }

    // What depends on the present moment is not kept
    private static string? Key(JsonObject data, Caller caller)
    {
        var text = data.ToJsonString(CatalogJson.Options);
        if (text.Contains("NOW", StringComparison.Ordinal))
        {
            return null;
        }

        return caller.IsSysadmin ? "*" + text : caller.IsAnonymous ? text : string.Join(' ', caller.Labels) + text;
    }

    private async ValueTask<ReadOnlyMemory<byte>> WriteAsync(SearchParameters parameters, SearchResult result, CancellationToken ct)
    {
        var found = await documents.ListAsync([.. result.Hits.Select(h => h.Id)], ct);
        var buffer = new ArrayBufferWriter<byte>(found.Sum(d => d.Json.Length) + 16_384);
        await using var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("count", result.Count);
        json.WriteString("sort", parameters.Sort);
        WriteFacets(json, result);
        json.WriteStartArray("results");
        if (parameters.Fields is null)
        {
            foreach (var document in found)
            {
                json.WriteRawValue(document.Json.Span, skipInputValidation: true);
            }
        }
        else
        {
            var byId = found.ToDictionary(d => d.Id);
            foreach (var hit in result.Hits)
            {
                WriteFields(json, hit, parameters.Fields, byId.GetValueOrDefault(hit.Id));
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
        return buffer.WrittenMemory;
    }

    private void WriteFacets(Utf8JsonWriter json, SearchResult result)
    {
        json.WriteStartObject("facets");
        foreach (var facet in result.Facets)
        {
            json.WriteStartObject(facet.Field);
            foreach (var value in facet.Values)
            {
                json.WriteNumber(value.Value, value.Count);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("search_facets");
        foreach (var facet in result.Facets)
        {
            json.WriteStartObject(facet.Field);
            json.WriteString("title", facet.Field);
            json.WriteStartArray("items");
            foreach (var (value, name) in facet.Values.Select(v => (Value: v, Name: DisplayName(facet.Field, v.Value))).OrderByDescending(v => v.Name, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("name", value.Value);
                json.WriteString("display_name", name);
                json.WriteNumber("count", value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private string DisplayName(string field, string value) => field switch
    {
        "organization" or "groups" => groups.DisplayName(value),
        "license_id" => licenses.Find(value)?.Title ?? value,
        _ => value,
    };

    private static void WriteFields(Utf8JsonWriter json, SearchHit hit, IReadOnlyList<string> fields, CachedDocument? document)
    {
        json.WriteStartObject();
        var all = fields.Contains("*");
        foreach (var (field, values) in hit.Stored ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            var name = field.StartsWith("extras_", StringComparison.Ordinal) ? field["extras_".Length..] : field;
            if (Schema.Find(field)?.MultiValued == true)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
            else if (values.Count > 0)
            {
                json.WriteString(name, values[0]);
            }
        }

        foreach (var blob in (string[])["data_dict", "validated_data_dict"])
        {
            if (document is not null && (all || fields.Contains(blob)))
            {
                json.WriteString(blob, document.Json.Span);
            }
        }

        json.WriteEndObject();
    }

    private static string PythonRepr(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal)
            ? $"\"{text}\""
            : "'" + new StringBuilder(text).Replace("\\", "\\\\").Replace("'", "\\'").Replace("\n", "\\n") + "'";
}
