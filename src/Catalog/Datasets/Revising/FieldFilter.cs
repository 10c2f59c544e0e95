using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Datasets.Revising;

/// <summary>
/// CKAN's filter patterns: <c>-PATH</c> (or the bare path) removes, <c>+PATH</c> keeps, <c>*</c> as the last part means everything below; the first
/// pattern that fits a field decides.
/// </summary>
internal static class FieldFilter
{
    /// <summary>Removes from a tree what the patterns say.</summary>
    public static void Apply(JsonNode tree, IReadOnlyList<string> patterns)
    {
        var rules = patterns.Select(p => p.Trim()).Where(p => p.Length > 0)
            .Select(p => new Rule(p[0] == '+', FieldPaths.Split(p[0] is '+' or '-' ? p[1..] : p))).ToList();
        Filter(tree, rules);
    }

    private static void Filter(JsonNode node, List<Rule> rules)
    {
        var children = node switch
        {
            JsonObject o => o.Select(pair => (Part: pair.Key, Node: pair.Value)).ToList(),
            JsonArray list => list.Select((item, i) => (Part: i.ToString(System.Globalization.CultureInfo.InvariantCulture), Node: item)).ToList(),
            _ => [],
        };
        var gone = new List<string>();
        foreach (var (part, child) in children)
        {
            var inside = new List<Rule>();
            var decided = (bool?)null;
            foreach (var rule in rules)
            {
                if (rule.Path[0] == "*")
                {
                    // A star swallows what follows it
                    decided = rule.Keep;
                    break;
                }

                if (!Fits(rule.Path[0], part, child, node))
                {
                    continue;
                }

                if (rule.Path.Length == 1)
                {
                    decided = rule.Keep;
                    break;
                }

                inside.Add(new Rule(rule.Keep, rule.Path[1..]));
            }

            if (decided == false && inside.All(rule => !rule.Keep))
            {
                gone.Add(part);
                continue;
            }

            if (inside.Count > 0 && child is not null)
            {
                Filter(child, decided == false ? [.. inside, new Rule(false, ["*"])] : inside);
            }
        }

        Remove(node, gone);
    }

    private static bool Fits(string pattern, string part, JsonNode? child, JsonNode parent) =>
        pattern == part || (parent is JsonArray list && FieldPaths.IndexOf(list, pattern) is { } index && ReferenceEquals(list[index], child));

    private static void Remove(JsonNode node, List<string> parts)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (node is JsonObject o)
            {
                o.Remove(parts[i]);
            }
            else if (node is JsonArray list)
            {
                list.RemoveAt(int.Parse(parts[i], System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private sealed record Rule(bool Keep, string[] Path);
}
