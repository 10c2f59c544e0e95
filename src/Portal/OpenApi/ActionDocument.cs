using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.OpenApi;

/// <summary>
/// Describes every action of the registry in OpenAPI: what it takes, what its envelope holds, which errors come, with examples. Shapes that
/// several actions share are written down in <c>schemas.json</c>; the others follow from the types of requests and results.
/// </summary>
internal sealed class ActionDocument(ActionRegistry registry)
{
    private const string Reference = "#/components/schemas/";
    private const string JsonType = "application/json";
    private static readonly (int Status, string Meaning)[] Errors =
    [
        (400, "The request cannot be read, or a search parameter is not known."),
        (403, "Access denied."),
        (404, "Not found."),
        (409, "What was sent does not hold; one key for each wrong field."),
    ];

    private readonly JsonObject _written = ReadSchemas();

    /// <summary>The document as OpenAPI 3.1 JSON.</summary>
    public JsonObject Build()
    {
        CatalogJson.Options.MakeReadOnly(populateMissingResolver: true);
        var schemas = _written["schemas"]!.DeepClone().AsObject();
        var paths = new JsonObject();
        foreach (var action in registry.All)
        {
            paths["/api/3/action/" + action.Name] = PathOf(action, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Purbalingga Satu Data: Action API",
                ["version"] = "3",
                ["description"] = "CKAN's Action API. Every action is called by POST with JSON, a form or a multipart form; those without side effects also by GET. "
                    + "Send an API token in the header Authorization, without any word before it. Without a token, what is public can be read.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject
                    {
                        ["type"] = "apiKey", ["in"] = "header", ["name"] = "Authorization", ["description"] = "API token, made on the account page or by api_token_create.",
                    },
                },
            },
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private JsonObject PathOf(ActionDescriptor action, JsonObject schemas)
    {
        var path = new JsonObject { ["post"] = OperationOf(action, schemas, "post") };
        if (action.ReadOnly)
        {
            path["get"] = OperationOf(action, schemas, "get");
        }

        return path;
    }

    private JsonObject OperationOf(ActionDescriptor action, JsonObject schemas, string method)
    {
        var operation = new JsonObject
        {
            ["operationId"] = method == "get" ? action.Name + "_get" : action.Name,
            ["tags"] = new JsonArray(action.Capability),
            ["summary"] = action.Summary,
            ["responses"] = ResponsesOf(action, schemas),
        };
        if (method == "get")
        {
            operation["parameters"] = new JsonArray([.. action.Parameters.Where(p => p.Type != "file").Select(QueryParameter)]);
        }
        else
        {
            operation["requestBody"] = BodyOf(action);
        }

        if (action.Access is Access.SignedIn or Access.Sysadmin)
        {
            operation["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() });
        }

        return operation;
    }

    private static JsonNode QueryParameter(ActionParameter parameter)
    {
        // In an address lists and objects are JSON text
        var schema = parameter.Type is "array" or "object" or "any" ? new JsonObject { ["type"] = "string" } : SchemaOf(parameter);
        schema.Remove("description");
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["required"] = parameter.Required, ["schema"] = schema };
        if (parameter.Description is { } description)
        {
            described["description"] = description;
        }

        if (parameter.Example is { } example)
        {
            described["example"] = parameter.Type is "array" or "object" or "any" ? JsonValue.Create(example) : JsonNode.Parse(example);
        }

        return described;
    }

    private static JsonObject BodyOf(ActionDescriptor action)
    {
        var example = new JsonObject();
        foreach (var parameter in action.Parameters.Where(p => p.Type != "file" && (p.Required || p.Example is not null)))
        {
            example[parameter.Name] = ExampleOf(parameter);
        }

        // The writer leaves an empty example out
        if (example.Count == 0 && action.Parameters.FirstOrDefault(p => p.Type != "file") is { } first)
        {
            example[first.Name] = first.Default?.DeepClone() ?? ExampleOf(first);
        }

        var content = new JsonObject
        {
            [JsonType] = new JsonObject { ["schema"] = ObjectOf(action.Parameters.Where(p => p.Type != "file")), ["example"] = example },
        };
        if (action.Parameters.Any(p => p.Type == "file"))
        {
            content["multipart/form-data"] = new JsonObject { ["schema"] = ObjectOf(action.Parameters) };
        }

        return new JsonObject { ["required"] = action.Parameters.Any(p => p.Required), ["content"] = content };
    }

    private static JsonObject ObjectOf(IEnumerable<ActionParameter> parameters)
    {
        var all = parameters.ToList();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject([.. all.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)SchemaOf(p)))]) };
        if (all.Any(p => p.Required))
        {
            schema["required"] = new JsonArray([.. all.Where(p => p.Required).Select(p => (JsonNode)p.Name)]);
        }

        return schema;
    }

    private static JsonObject SchemaOf(ActionParameter parameter)
    {
        var schema = parameter.Type switch
        {
            "any" => [],
            "file" => new JsonObject { ["type"] = "string", ["format"] = "binary" },
            "array" => new JsonObject { ["type"] = "array", ["items"] = new JsonObject() },
            _ => new JsonObject { ["type"] = parameter.Type },
        };
        if (parameter.Description is { } description)
        {
            schema["description"] = description;
        }

        if (parameter.Default is { } fallback)
        {
            schema["default"] = fallback.DeepClone();
        }

        return schema;
    }

    private static JsonNode? ExampleOf(ActionParameter parameter) => parameter.Example is { } text ? JsonNode.Parse(text) : parameter.Type switch
    {
        "integer" => 1,
        "boolean" => true,
        "array" => new JsonArray(),
        "object" => new JsonObject(),
        _ => "contoh",
    };

    private JsonObject ResponsesOf(ActionDescriptor action, JsonObject schemas)
    {
        var result = ResultOf(action);
        var success = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("help", "success", "result"),
            ["properties"] = new JsonObject
            {
                ["help"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
                ["success"] = new JsonObject { ["type"] = "boolean" },
                ["result"] = result,
            },
        };
        var example = new JsonObject { ["help"] = "/api/3/action/help_show?name=" + action.Name, ["success"] = true, ["result"] = SchemaExample.Of(result, schemas) };
        var responses = new JsonObject { ["200"] = Answer("What was asked for.", success, example) };
        foreach (var (status, meaning) in Errors)
        {
            responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] =
                Answer(meaning, new JsonObject { ["$ref"] = Reference + "Failure" }, SchemaExample.Of(_written["failures"]![$"{status}"]!, schemas));
        }

        return responses;
    }

    private JsonObject ResultOf(ActionDescriptor action)
    {
        if (_written["results"]![action.Name] is JsonObject own)
        {
            return own.DeepClone().AsObject();
        }

        if (action.ResultShape != ActionResultShapes.Any)
        {
            return new JsonObject { ["$ref"] = Reference + action.ResultShape };
        }

        if (action.ResultType == typeof(Nothing))
        {
            return new JsonObject { ["type"] = "null" };
        }

        var free = action.ResultType == typeof(RawJson) || typeof(JsonNode).IsAssignableFrom(action.ResultType);
        return !free && CatalogJson.Options.GetJsonSchemaAsNode(action.ResultType) is JsonObject schema ? schema : [];
    }

    private static JsonObject Answer(string description, JsonObject schema, JsonNode? example) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [JsonType] = new JsonObject { ["schema"] = schema, ["example"] = example } },
    };

    private static JsonObject ReadSchemas()
    {
        using var stream = typeof(ActionDocument).Assembly.GetManifestResourceStream("openapi-schemas.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
