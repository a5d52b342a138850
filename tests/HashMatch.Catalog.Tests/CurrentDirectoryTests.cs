namespace HashMatch.Catalog.Tests;

[CollectionDefinition(nameof(CurrentDirectoryTests), DisableParallelization = true)]
[Collection(nameof(CurrentDirectoryTests))]
public sealed class CurrentDirectoryTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();
    readonly string _before = Directory.GetCurrentDirectory();

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _catalog.Dispose();
    }

    [Fact]
    public void A_catalogue_opened_by_a_relative_path_stays_where_it_is()
    {
        Directory.SetCurrentDirectory(Path.GetDirectoryName(_catalog.Path)!);
        using (var writer = CatalogWriter.Open(Path.GetFileName(_catalog.Path), TemporaryCatalog.Settings, [], TimeProvider.System))
        {
            Directory.SetCurrentDirectory(_before);
            foreach (var item in TemporaryCatalog.Draw(1, 12_000))
            {
                writer.Submit(item);
            }

            writer.Complete();
        }

        Assert.True(File.Exists(CatalogFiles.Of(_catalog.Path)[^1]));
    }
}
