using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets;

/// <summary>Names one dataset.</summary>
internal sealed record DatasetReference([Required, Doc("Id or name of the dataset.", Example = "\"jumlah-penduduk-per-kecamatan\"")] string Id);
