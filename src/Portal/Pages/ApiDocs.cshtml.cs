using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages;

/// <summary>How to use the API, for people.</summary>
[CachedPage]
internal sealed class ApiDocsModel(CkanSettings settings, PageLanguage language) : PortalPage
{
    public string SiteUrl => settings.SiteUrl;

    public string Curl => $"""
        curl "{SiteUrl}/api/3/action/package_search?q=penduduk&rows=5"
        """;

    public string Python => $"""
        import requests

        answer = requests.get("{SiteUrl}/api/3/action/package_search",
                              params=dict(q="penduduk", fq="res_format:CSV", rows=5)).json()
        for dataset in answer["result"]["results"]:
            print(dataset["title"])
            for resource in dataset["resources"]:
                print("  ", resource["format"], resource["url"])
        """;

    public string R => $"""
        library(jsonlite)

        found <- fromJSON("{SiteUrl}/api/3/action/package_search?q=penduduk&rows=5")
        found$result$results[, c("name", "title")]
        table <- read.csv(found$result$results$resources[[1]]$url[1])
        """;

    public string Upload => $"""
        curl -H "Authorization: $TOKEN" \
             -F package_id=jumlah-penduduk -F name="Penduduk 2025" \
             -F upload=@penduduk-2025.csv \
             {SiteUrl}/api/3/action/resource_create
        """;

    public void OnGet()
    {
        Section = "api";
        Title = language["api.heading"];
        Description = language["api.lead"];
    }
}
