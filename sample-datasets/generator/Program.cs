using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Sets;

var folder = args.Length > 0 ? args[0] : SampleFolder.FindAbove(AppContext.BaseDirectory);
var gazetteer = Gazetteer.Read(Path.Combine(SampleFolder.FindAbove(AppContext.BaseDirectory), "reference", "wilayah-33.03.csv"));
var written = SampleFolder.Write(folder, AllSets.Build(new Regency(gazetteer)));
Console.WriteLine($"{written.Datasets} datasets, {written.Files} files, {written.Bytes:N0} bytes in {folder}");
