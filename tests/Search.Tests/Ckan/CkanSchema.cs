namespace Purbalingga.Search.Tests.Ckan;

/// <summary>The fields of CKAN's Solr schema, and the eleven datasets over which a real CKAN 2.12 was asked.</summary>
internal static class CkanSchema
{
    public static IndexSchema Schema { get; } = new(
    [
        .. Fields(FieldKind.Keyword, "id", "state", "capacity", "license_id", "dataset_type", "entity_type", "site_id", "title_string", "owner_org"),
        new("name", FieldKind.Keyword) { CopyTo = ["text"], Stored = true },
        new("organization", FieldKind.Keyword) { CopyTo = ["text"] },
        new("tags", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("groups", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("res_format", FieldKind.Keyword) { MultiValued = true },
        new("res_url", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("permission_labels", FieldKind.Keyword) { MultiValued = true },
        new("vocab_*", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("title", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("notes", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("extras_*", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("res_extras_*", FieldKind.Text) { CopyTo = ["text"], MultiValued = true },
        new("text", FieldKind.Text) { MultiValued = true },
        new("author", FieldKind.Text) { Analyzer = "text_general", CopyTo = ["text"] },
        new("res_name", FieldKind.Text) { Analyzer = "text_general", CopyTo = ["text"], MultiValued = true },
        new("res_description", FieldKind.Text) { Analyzer = "text_general", CopyTo = ["text"], MultiValued = true },
        new("title_ngram", FieldKind.Ngram),
        new("name_ngram", FieldKind.Ngram),
        .. Fields(FieldKind.Date, "metadata_created", "metadata_modified", "*_date"),
        .. Fields(FieldKind.Number, "views_total", "views_recent"),
        new("*", FieldKind.Keyword),
    ]);

    public static SearchIndex OpenWithDatasets(TimeProvider time)
    {
        var index = SearchIndex.Open(new SearchIndexOptions { Schema = Schema, Time = time });
        var minute = 0;
        IndexChange[] changes =
        [
            Dataset("jalan-rusak", "Panjang Jalan Rusak", "Panjang jalan kabupaten dalam kondisi rusak menurut kecamatan", "jalan,infrastruktur", "CSV", "cc-by", "2024"),
            Dataset("jalan-baik", "Panjang Jalan Baik", "Jalan kabupaten kondisi baik", "jalan,infrastruktur", "XLSX", "cc-by", "2025"),
            Dataset("jumlah-puskesmas", "Jumlah Puskesmas", "Fasilitas kesehatan per kecamatan", "kesehatan", "CSV", "odc-pddl", "2025"),
            Dataset("kunjungan-pasien", "Kunjungan Pasien Puskesmas", "Kunjungan rawat jalan per bulan", "kesehatan,pasien", "JSON", "notspecified", "2023"),
            Dataset("produksi-padi", "Produksi Padi Sawah", "Ton per hektare; sawah irigasi: teknis & non-teknis", "pertanian,padi", "CSV", "cc-by", "2024"),
            Dataset("produksi-nanas", "Produksi Nanas", "Produksi nanas (Belik) dan \"madu\"", "pertanian,nanas", "PDF", "cc-by", "2024"),
            Dataset("realisasi-apbd", "Realisasi APBD", "Belanja daerah 2025 - realisasi", "keuangan,belanja daerah", "XLSX", "cc-by", "2025"),
            Dataset("aduan-masyarakat", "Statistik Aduan Masyarakat", "Aduan Matur Bupati dijawab 1x24 jam", "aduan", "CSV", "cc-by", "2025"),
            IndexChange.Upsert(Base("rahasia-src", "Jalan Rahasia", "private", "member-opd").Add("organization", "opd-src")),
            IndexChange.Upsert(Base("rancangan-src", "Jalan Rancangan", "public", "public").Add("organization", "opd-src")),
        ];
        foreach (var change in changes)
        {
            index.Apply([change], ++minute);
        }
        return index;

        IndexDocument Base(string name, string title, string capacity, string label) => new IndexDocument($"id-{name}")
            .Add("name", name).Add("name_ngram", name).Add("title", title).Add("title_string", title).Add("title_ngram", title)
            .Add("capacity", capacity).Add("state", "active").Add("permission_labels", label).Add("dataset_type", "dataset").Add("entity_type", "package")
            .Add("owner_org", "o-1").Add("private", capacity == "private" ? "true" : "false")
            .Add("metadata_created", time.GetUtcNow().UtcDateTime.AddMinutes(minute - 30)).Add("metadata_modified", time.GetUtcNow().UtcDateTime.AddMinutes(minute - 30));

        IndexChange Dataset(string name, string title, string notes, string tags, string format, string license, string year) =>
            IndexChange.Upsert(Base(name, title, "public", "public")
                .Add("notes", notes).Add("tags", tags.Split(',')).Add("res_format", format).Add("license_id", license)
                .Add("organization", tags.Contains("kesehatan", StringComparison.Ordinal) ? "dinkes-src" : "opd-src")
                .Add("extras_tahun", year).Add("tahun", year).Add("num_resources", "1").Add("isopen", license == "notspecified" ? "false" : "true")
                .Add("groups", name.StartsWith("produksi", StringComparison.Ordinal) ? "tema-src" : null)
                .Add("res_name", $"Berkas {name}").Add("res_description", "Unduhan").Add("res_url", $"http://example.test/{name}"));
    }

    private static IEnumerable<FieldDefinition> Fields(FieldKind kind, params string[] names) => names.Select(n => new FieldDefinition(n, kind));
}
