using System.IO.Compression;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace HashMatch.Packages.Tests;

/// <summary>What lies in each package, and what must not.</summary>
public sealed class PackageContentTests(PackedFolder packages)
{
    static readonly string[] s_libraries = ["HashMatch", "HashMatch.Catalog", "HashMatch.Hosting", "HashMatch.Imaging", "HashMatch.Lists"];

    public static TheoryData<string> Libraries => [.. s_libraries];

    public static TheoryData<string> All => [.. s_libraries, "HashMatch.Cli"];

    [Fact]
    public async Task The_packages_are_the_libraries_and_the_command()
    {
        var found = Directory.GetFiles(await packages.GetAsync(), "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(s_libraries.Append("HashMatch.Cli").Select(id => $"{id}.{packages.Version}.nupkg").Order(StringComparer.Ordinal), found);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Each_says_what_it_is_and_under_which_licence(string id)
    {
        using var package = await ZipFile.OpenReadAsync(await packages.PackageAsync(id), TestContext.Current.CancellationToken);

        var facts = await FactsAsync(package, id);

        Assert.Equal("Apache-2.0", Value(facts, "license"));
        Assert.Equal("README.md", Value(facts, "readme"));
        Assert.Equal("icon.png", Value(facts, "icon"));
        Assert.NotEqual("Package Description", Value(facts, "description"));
        Assert.StartsWith($"# {id}\n", await TextAsync(package, "README.md"), StringComparison.Ordinal);
        Assert.Equal(new FileInfo(RepositoryFiles.Path("src", "icon.png")).Length, package.GetEntry("icon.png")!.Length);
    }

    [Theory, MemberData(nameof(Libraries))]
    public async Task A_library_has_its_documentation_and_wants_its_own_version_of_the_others(string id)
    {
        using var package = await ZipFile.OpenReadAsync(await packages.PackageAsync(id), TestContext.Current.CancellationToken);

        var dependencies = (await FactsAsync(package, id)).Where(fact => fact.Name.LocalName == "dependency").ToList();

        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.xml"));
        Assert.All(dependencies.Where(dependency => dependency.Attribute("id")!.Value.StartsWith("HashMatch", StringComparison.Ordinal)),
            dependency => Assert.Equal($"[{packages.Version}]", dependency.Attribute("version")!.Value));
        Assert.DoesNotContain(dependencies, dependency => dependency.Attribute("id")!.Value.Contains("Analyzers", StringComparison.Ordinal));
        Assert.Equal(id == "HashMatch.Imaging", dependencies.Exists(dependency => dependency.Attribute("id")!.Value == "NetVips.Native"));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Symbols_name_no_path_of_the_machine_that_built_them(string id)
    {
        Assert.SkipUnless(BuildFacts.Configuration == "Release", "Debug builds keep their paths for the debugger.");
        using var package = await ZipFile.OpenReadAsync(await packages.PackageAsync(id, "snupkg"), TestContext.Current.CancellationToken);
        var symbols = package.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(symbols);
        foreach (var entry in symbols)
        {
            Assert.All(await SourcesAsync(entry), source => Assert.StartsWith("/_", source, StringComparison.Ordinal));
        }
    }

    static async Task<List<string>> SourcesAsync(ZipArchiveEntry symbols)
    {
        using MemoryStream bytes = new();
        await using (var stream = await symbols.OpenAsync(TestContext.Current.CancellationToken))
        {
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        }

        bytes.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(bytes);
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    static async Task<List<XElement>> FactsAsync(ZipArchive package, string id) =>
        [.. XDocument.Parse((await TextAsync(package, $"{id}.nuspec")).TrimStart('\uFEFF')).Descendants()];

    static string Value(List<XElement> facts, string name) => facts.Single(fact => fact.Name.LocalName == name).Value;

    static async Task<string> TextAsync(ZipArchive package, string path)
    {
        using StreamReader reader = new(await package.GetEntry(path)!.OpenAsync(TestContext.Current.CancellationToken));
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
    }
}
