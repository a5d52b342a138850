[assembly: AssemblyFixture(typeof(HashMatch.Packages.Tests.PackedFolder))]

namespace HashMatch.Packages.Tests;

/// <summary>All packages, packed once from what was built, under a version that no cache can have.</summary>
public sealed class PackedFolder : IDisposable
{
    readonly Lazy<Task<string>> _packed;
    readonly string _root = Directory.CreateTempSubdirectory("hashmatch-packages-").FullName;

    /// <summary>Packs when the first test asks.</summary>
    public PackedFolder() => _packed = new(PackAsync);

    internal string Version { get; } =
        $"0.0.0-test.v{Guid.NewGuid():N}";

    /// <summary>The folder with the packages; skips the test where another pass runs it.</summary>
    internal Task<string> GetAsync()
    {
        Sdk.SkipWhereAnotherPassTests();
        return _packed.Value;
    }

    /// <summary>The package's file.</summary>
    internal async Task<string> PackageAsync(string id, string extension = "nupkg") =>
        Path.Combine(await GetAsync(), $"{id}.{Version}.{extension}");

    /// <summary>An empty folder that goes with the packages.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    async Task<string> PackAsync()
    {
        var folder = NewFolder("packed");
        await Sdk.RunAsync(RepositoryFiles.Root, "pack", "HashMatch.sln", "--no-build", "-c", BuildFacts.Configuration,
            "-o", folder, $"-p:PackageVersion={Version}");
        return folder;
    }
}
