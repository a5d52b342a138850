namespace HashMatch.Packages.Tests;

/// <summary>A fresh project that knows nothing of this repository but a folder with packages.</summary>
public sealed class LibraryInstallTests(PackedFolder packages)
{
    static readonly string[] s_libraries = ["HashMatch", "HashMatch.Catalog", "HashMatch.Hosting", "HashMatch.Imaging", "HashMatch.Lists"];

    [Fact]
    public async Task A_fresh_project_runs_the_examples_of_the_readme()
    {
        var source = await packages.GetAsync();
        var folder = packages.NewFolder("consumer");
        Directory.CreateSymbolicLink(Path.Combine(folder, "testdata"), RepositoryFiles.TestData);
        Write(folder, "consumer.csproj", Project(source));
        var examples = Examples("ReadMe", RepositoryFiles.Path("README.md"));
        WriteAll(folder, examples);
        foreach (var library in s_libraries)
        {
            // Their files are not there; that they compile is what is asked.
            var own = Examples(library.Replace('.', '_'), RepositoryFiles.Path("src", library, "README.md"));
            Assert.NotEmpty(own);
            WriteAll(folder, own);
        }

        Write(folder, "Program.cs", string.Join('\n', examples.Keys.Select(name => $"await {name}.RunAsync();").Append("await HashMatch0.RunAsync();")));

        var printed = (await Sdk.RunAsync(folder, "run", "-c", "Release")).Split('\n');

        // Both examples look at the same pictures.
        Assert.Equal(2, examples.Count);
        Assert.Equal(2, printed.Count(line => line == "testdata/images/variants/landscape-1-copy.jpg: FirstGeneration "));
        Assert.Equal(2, printed.Count(line => line == "testdata/images/variants/landscape-1-half.jpg: Repeat testdata/images/variants/landscape-1-copy.jpg"));
        Assert.Contains(printed, line => line.EndsWith("found 1 at distance 0", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder, "seen.db")));
    }

    /// <remarks>Ours come from the folder and go into a cache of the project's own; what others made was restored with the build.</remarks>
    string Project(string source) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
            <RestoreSources>{source}</RestoreSources>
            <RestorePackagesPath>packages</RestorePackagesPath>
            <RestoreFallbackFolders>{BuildFacts.PackageCache}</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", s_libraries.Select(library => $"""<PackageReference Include="{library}" Version="{packages.Version}" />"""))}
          </ItemGroup>
        </Project>
        """;

    static Dictionary<string, string> Examples(string prefix, string readMe) =>
        ReadMeExamples.Sources(File.ReadAllText(readMe).ReplaceLineEndings("\n"), prefix)
            .Select((source, i) => (Name: $"{prefix}{i}", source)).ToDictionary(example => example.Name, example => example.source);

    static void WriteAll(string folder, Dictionary<string, string> examples)
    {
        foreach (var (name, source) in examples)
        {
            Write(folder, $"{name}.cs", source);
        }
    }

    static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
