using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>
/// Makes a request record from loosely typed input. Each constructor parameter is one wire parameter in snake case: string, int, long, bool
/// (CKAN's <c>asbool</c>), <c>bool?</c>, list of strings, <see cref="JsonNode"/>, <see cref="JsonObject"/> or <see cref="UploadedFile"/>.
/// Unknown keys are ignored; all errors are reported at once, keyed by wire name.
/// </summary>
internal static class RequestBinder
{
    /// <summary>Compiles the binder of one record type.</summary>
    public static Func<ActionInput, TRequest> Compile<TRequest>()
    {
        if (typeof(TRequest) == typeof(ActionInput))
        {
            return input => (TRequest)(object)input;
        }

        var constructor = typeof(TRequest).GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters().Select(Slot.From).ToArray();
        return input =>
        {
            var errors = new JsonObject();
            var values = new object?[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
            {
                values[i] = parameters[i].Read(input, errors);
            }

            return errors.Count == 0 ? (TRequest)constructor.Invoke(values) : throw new InvalidException(errors);
        };
    }

    /// <summary>What the documentation says of a record type.</summary>
    public static IReadOnlyList<ActionParameter> Describe(Type request) =>
        [.. request.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters().Select(p => Slot.From(p).Describe())];

    private sealed record Slot(ParameterInfo Parameter, string Name, string? Alias, bool Required, bool Natural, bool Positive)
    {
        public static Slot From(ParameterInfo parameter) => new(
            parameter,
            parameter.GetCustomAttribute<WireAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!),
            parameter.GetCustomAttribute<AliasAttribute>()?.Name,
            parameter.GetCustomAttribute<RequiredAttribute>() is not null,
            parameter.GetCustomAttribute<NaturalAttribute>() is not null,
            parameter.GetCustomAttribute<PositiveAttribute>() is not null);

        public ActionParameter Describe()
        {
            var doc = Parameter.GetCustomAttribute<DocAttribute>();
            return new ActionParameter(Name, TypeName(), Required, doc?.Text, doc?.Example, DefaultNode());
        }

        public object? Read(ActionInput input, JsonObject errors)
        {
            if (Parameter.ParameterType == typeof(UploadedFile))
            {
                return input.Files.GetValueOrDefault(Name);
            }

            var node = input.Data[Name];
            if (node is null && Alias is not null)
            {
                node = input.Data[Alias];
            }

            if (Required && (node is null || (node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0)))
            {
                errors[Name] = new JsonArray("Missing value");
                return null;
            }

            return node is null ? Fallback() : Convert(node, errors);
        }

        private object? Convert(JsonNode node, JsonObject errors)
        {
            var type = Nullable.GetUnderlyingType(Parameter.ParameterType) ?? Parameter.ParameterType;
            if (type == typeof(string))
            {
                if (InputValues.Text(node) is { } text)
                {
                    return text;
                }

                errors[Name] = new JsonArray("Must be a string");
                return null;
            }

            if (type == typeof(int) || type == typeof(long))
            {
                return Integer(node, errors, type);
            }

            if (type == typeof(bool))
            {
                if (InputValues.AsBool(node) is { } flag)
                {
                    return flag;
                }

                errors[Name] = new JsonArray("Parameter is not a bool");
                return Fallback();
            }

            if (type == typeof(JsonNode))
            {
                return node;
            }

            if (type == typeof(JsonObject))
            {
                if (AsObject(node) is { } found)
                {
                    return found;
                }

                errors[Name] = new JsonArray("Must be a dict");
                return null;
            }

            if (InputValues.Texts(node) is { } texts)
            {
                return texts;
            }

            errors[Name] = new JsonArray("Not a list");
            return null;
        }

        private object? Integer(JsonNode node, JsonObject errors, Type type)
        {
            if (!InputValues.TryInteger(node, out var number) || number is > int.MaxValue or < int.MinValue)
            {
                errors[Name] = new JsonArray("Invalid integer");
                return Fallback();
            }

            if (number is null)
            {
                return Fallback();
            }

            if ((Natural && number < 0) || (Positive && number < 1))
            {
                errors[Name] = new JsonArray(Natural ? "Must be a natural number" : "Must be a positive integer");
            }

            return type == typeof(int) ? (object)(int)number.Value : number.Value;
        }

        private object? Fallback() =>
            Parameter.HasDefaultValue ? Parameter.DefaultValue
            : Parameter.ParameterType.IsValueType ? Activator.CreateInstance(Parameter.ParameterType) : null;

        private JsonNode? DefaultNode() => Parameter.HasDefaultValue && Parameter.DefaultValue is { } value ? JsonSerializer.SerializeToNode(value) : null;

        private string TypeName()
        {
            var type = Nullable.GetUnderlyingType(Parameter.ParameterType) ?? Parameter.ParameterType;
            return type == typeof(string) ? "string"
                : type == typeof(int) || type == typeof(long) ? "integer"
                : type == typeof(bool) ? "boolean"
                : type == typeof(UploadedFile) ? "file"
                : type == typeof(JsonObject) ? "object"
                : type == typeof(JsonNode) ? "any" : "array";
        }

        private static JsonObject? AsObject(JsonNode node)
        {
            if (node is JsonObject found)
            {
                return found;
            }

            try
            {
                return InputValues.Text(node) is { } text ? JsonNode.Parse(text) as JsonObject : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
