namespace Purbalingga.Samples.Catalog;

/// <summary>A dataset before it becomes <c>dataset.json</c> and its files.</summary>
/// <param name="Org">Name of its organization.</param>
/// <param name="Name">CKAN name, also the name of its folder.</param>
internal sealed record SampleDataset(string Org, string Name, string Title)
{
    /// <summary>What the figures show, in Markdown; the sentence that calls them made up is put before it.</summary>
    public required string Notes { get; init; }

    /// <summary>Name of its theme.</summary>
    public required string Theme { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string Concept { get; init; }

    public required string Definition { get; init; }

    /// <summary>Ukuran, such as Jumlah or Persentase.</summary>
    public required string Measure { get; init; }

    /// <summary>Satuan, such as Jiwa or Ton.</summary>
    public required string Unit { get; init; }

    /// <summary>Klasifikasi by which the figures are divided.</summary>
    public required string Classification { get; init; }

    /// <summary>Jadwal pemutakhiran in the words of the national catalog: Bulanan, Triwulanan, Semesteran, Tahunan ...</summary>
    public required string Schedule { get; init; }

    /// <summary>The year or years covered: <c>2025</c> or <c>2021-2025</c>.</summary>
    public required string Years { get; init; }

    public string Coverage { get; init; } = "Kabupaten Purbalingga";

    public string? CodeReference { get; init; }

    /// <summary>Year for which the Forum made it data prioritas, or null.</summary>
    public string? PriorityYear { get; init; }

    /// <summary>Extras only this dataset has.</summary>
    public IReadOnlyList<(string Key, string Value)> MoreExtras { get; init; } = [];

    public required IReadOnlyList<SampleResource> Resources { get; init; }
}
