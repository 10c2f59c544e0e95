using System.ComponentModel.DataAnnotations;
using System.Text;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Settings;

[CkanAction("help_show", Access.Anyone, ReadOnly = true)]
[Doc("What an action does and which parameters it takes. Answers Not Found for a name that is no action, so it tells whether there is one.")]
internal sealed class ShowHelp(ActionRegistry registry) : IAction<ShowHelp.Request, string>
{
    public sealed record Request([Required, Doc("Name of the action.", Example = "\"package_show\"")] string Name);

    public ValueTask<string> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        registry.TryFind(request.Name, out var action)
            ? ValueTask.FromResult(TextOf(action))
            : throw new NotFoundException("Action function not found");

    private static string TextOf(ActionDescriptor action)
    {
        var text = new StringBuilder(action.Summary);
        if (action.Parameters.Count > 0)
        {
            text.Append("\n\nParameters:");
        }

        foreach (var parameter in action.Parameters)
        {
            text.Append("\n\n").Append(parameter.Name).Append(" (").Append(parameter.Type);
            text.Append(parameter.Required ? ", required" : ", optional");
            if (parameter.Default is { } fallback)
            {
                text.Append(", default ").Append(fallback.ToJsonString(CatalogJson.Options));
            }

            text.Append(')');
            if (parameter.Description is { } description)
            {
                text.Append("\n    ").Append(description);
            }

            if (parameter.Example is { } example)
            {
                text.Append("\n    For example ").Append(example);
            }
        }

        text.Append(action.ReadOnly ? "\n\nCalled by GET or POST." : "\n\nCalled by POST.");
        return text.ToString();
    }
}
