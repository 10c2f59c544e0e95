using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>The fields under which datasets are found: those of CKAN's Solr schema.</summary>
internal static class DatasetIndexSchema
{
    public const string Labels = "permission_labels";
    public const string CatchAll = "text";

    private static readonly string[] ToText = [CatchAll];
    private static readonly string[] Unique =
        ["id", "index_id", "site_id", "entity_type", "dataset_type", "state", "license_id", "capacity", "version", "_version_"];

    public static IndexSchema Create() => new(
    [
        .. Unique.Select(name => new FieldDefinition(name, FieldKind.Keyword) { Stored = true }),
        new("name", FieldKind.Keyword) { Stored = true, CopyTo = ToText },
        new("organization", FieldKind.Keyword) { Stored = true, CopyTo = ToText },
        new("url", FieldKind.Keyword) { Stored = true, CopyTo = ["urls", CatchAll] },
        new("title_string", FieldKind.Keyword),
        new("tags", FieldKind.Keyword) { Stored = true, MultiValued = true, CopyTo = ToText },
        new("groups", FieldKind.Keyword) { Stored = true, MultiValued = true, CopyTo = ToText },
        new("res_format", FieldKind.Keyword) { Stored = true, MultiValued = true },
        new("res_url", FieldKind.Keyword) { Stored = true, MultiValued = true, CopyTo = ["urls", CatchAll] },
        new("res_type", FieldKind.Keyword) { Stored = true, MultiValued = true },
        new(Labels, FieldKind.Keyword) { MultiValued = true },
        new("vocab_*", FieldKind.Keyword) { Stored = true, MultiValued = true, CopyTo = ToText },
        new("title", FieldKind.Text) { Stored = true, CopyTo = ToText },
        new("notes", FieldKind.Text) { Stored = true, CopyTo = ToText },
        new("extras_*", FieldKind.Text) { Stored = true, CopyTo = ToText },
        new("res_extras_*", FieldKind.Text) { Stored = true, MultiValued = true, CopyTo = ToText },
        new(CatchAll, FieldKind.Text) { MultiValued = true },
        new("urls", FieldKind.Text) { MultiValued = true },
        new("author", FieldKind.Text) { Analyzer = "text_general", Stored = true, CopyTo = ToText },
        new("author_email", FieldKind.Text) { Analyzer = "text_general", Stored = true },
        new("maintainer", FieldKind.Text) { Analyzer = "text_general", Stored = true, CopyTo = ToText },
        new("maintainer_email", FieldKind.Text) { Analyzer = "text_general", Stored = true },
        new("res_name", FieldKind.Text) { Analyzer = "text_general", Stored = true, MultiValued = true, CopyTo = ToText },
        new("res_description", FieldKind.Text) { Analyzer = "text_general", Stored = true, MultiValued = true, CopyTo = ToText },
        .. ((string[])["depends_on", "dependency_of", "derives_from", "has_derivation", "links_to", "linked_from", "child_of", "parent_of"])
            .Select(name => new FieldDefinition(name, FieldKind.Text) { MultiValued = true }),
        new("title_ngram", FieldKind.Ngram) { Stored = true },
        new("name_ngram", FieldKind.Ngram) { Stored = true },
        new("metadata_created", FieldKind.Date) { Stored = true },
        new("metadata_modified", FieldKind.Date) { Stored = true },
        new("indexed_ts", FieldKind.Date) { Stored = true },
        new("*_date", FieldKind.Date) { Stored = true },
        new("*", FieldKind.Keyword),
    ]);
}
