using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;

namespace Purbalingga.Samples.Sets;

/// <summary>Every sample dataset, by producer.</summary>
internal static class AllSets
{
    public static IReadOnlyList<SampleDataset> Build(Regency regency) =>
    [
        .. Disdukcapil.Build(regency),
        .. Dinkes.Build(regency),
        .. Dindikbud.Build(regency),
        .. Dpupr.Build(regency),
        .. Dinsos.Build(regency),
        .. Dinpertan.Build(regency),
        .. Bakeuda.Build(regency),
        .. Dinkominfo.Build(regency),
        .. Bkpsdm.Build(),
        .. Dinnaker.Build(),
        .. Dinrumkim.Build(regency),
        .. Dlh.Build(regency),
        .. Dinperindag.Build(regency),
        .. Dinkopukm.Build(regency),
        .. Dinhub.Build(regency),
        .. Dinporapar.Build(regency),
        .. Bpbd.Build(regency),
        .. Services.Build(regency),
        .. Bps.Build(regency),
    ];
}
