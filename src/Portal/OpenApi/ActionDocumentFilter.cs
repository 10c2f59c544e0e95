using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Purbalingga.Portal.OpenApi;

/// <summary>Puts the actions into Swashbuckle's document.</summary>
internal sealed class ActionDocumentFilter(ActionDocument actions) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var read = OpenApiDocument.Parse(actions.Build().ToJsonString(), "json");
        if (read.Document is null || read.Diagnostic?.Errors.Count > 0)
        {
            throw new InvalidOperationException("The document of the actions is not sound: " + string.Join("; ", read.Diagnostic?.Errors.Select(e => e.ToString()) ?? []));
        }

        swaggerDoc.Info = read.Document.Info;
        swaggerDoc.Components = read.Document.Components;
        swaggerDoc.Tags = read.Document.Tags;
        swaggerDoc.Security = read.Document.Security;
        swaggerDoc.Paths = read.Document.Paths;
        swaggerDoc.Workspace = read.Document.Workspace;
    }
}
