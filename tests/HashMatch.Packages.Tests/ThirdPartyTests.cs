using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HashMatch.Packages.Tests;

/// <summary>The command's package holds the work of others: its notices name all of it, and nothing else.</summary>
public sealed partial class ThirdPartyTests(PackedFolder packages)
{
    const string Natives = "NetVips.Native";

    [Fact]
    public async Task The_notices_name_every_file_of_others_with_its_package_and_version()
    {
        using var package = await OpenAsync();
        var noticed = Noticed(await TextAsync(package, "THIRD-PARTY-NOTICES.txt"));

        var packed = package.Entries.Where(entry => Binary().IsMatch(entry.Name) && !entry.Name.StartsWith("HashMatch", StringComparison.Ordinal)).Select(entry => entry.Name);
        var origins = await OriginsAsync(package);

        // Every file has come in a package.
        Assert.Empty(packed.Except(origins.Select(origin => origin.File)));
        Assert.Equal(origins.Distinct().Order(), noticed.Order());
    }

    [Fact]
    public async Task The_notices_name_what_libvips_is_built_with()
    {
        using var package = await OpenAsync();
        var text = await TextAsync(package, "THIRD-PARTY-NOTICES.txt");
        var (_, version, _) = Noticed(text).First(notice => notice.Package == Natives);
        // A cache may hold other versions too, some of which came for one system alone.
        var parts = Directory.GetDirectories(BuildFacts.PackageCache, $"{Natives}.*", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .Select(folder => Path.Combine(folder, version, "versions.json")).First(File.Exists);
        using var built = JsonDocument.Parse(await File.ReadAllTextAsync(parts, TestContext.Current.CancellationToken));

        var expected = built.RootElement.EnumerateObject().Select(part => (Short(part.Name), part.Value.GetString()!));
        var found = PartLine().Matches(text).Select(line => (Short(line.Groups["name"].Value), line.Groups["version"].Value));

        Assert.Equal(expected.Order(), found.Order());
    }

    async Task<ZipArchive> OpenAsync() => await ZipFile.OpenReadAsync(await packages.PackageAsync("HashMatch.Cli"), TestContext.Current.CancellationToken);

    /// <summary>From which package each file came, as the command's own list of dependencies tells.</summary>
    static async Task<List<(string Package, string Version, string File)>> OriginsAsync(ZipArchive package)
    {
        using var dependencies = JsonDocument.Parse(await TextAsync(package, "HashMatch.Cli.deps.json"));
        return
        [
            .. from target in dependencies.RootElement.GetProperty("targets").EnumerateObject()
               from library in target.Value.EnumerateObject()
               where !library.Name.StartsWith("HashMatch", StringComparison.Ordinal)
               from kind in library.Value.EnumerateObject()
               where kind.Name is "runtime" or "native" or "runtimeTargets"
               from file in kind.Value.EnumerateObject()
               let name = library.Name.Split('/')
               // One package for each system, all with the same library.
               select (name[0].StartsWith(Natives, StringComparison.Ordinal) ? Natives : name[0], name[1], Path.GetFileName(file.Name)),
        ];
    }

    /// <summary>A line with package and version, then indented lines, of which the last one names the files.</summary>
    static IEnumerable<(string Package, string Version, string File)> Noticed(string text) =>
        from notice in Notice().Matches(text)
        from file in notice.Groups["files"].Value.Split(", ")
        select (notice.Groups["package"].Value, notice.Groups["version"].Value, file);

    static async Task<string> TextAsync(ZipArchive package, string name)
    {
        using StreamReader reader = new(await package.Entries.Single(entry => entry.Name == name).OpenAsync(TestContext.Current.CancellationToken));
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
    }

    // What libvips calls heif calls itself libheif, and uhdr libultrahdr.
    static string Short(string name) => name == "libultrahdr" ? "uhdr" : name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;

    [GeneratedRegex(@"\.(dll|so|so\.\d+|dylib|a|exe)$")]
    private static partial Regex Binary();

    [GeneratedRegex(@"^(?<package>\S+) (?<version>\d\S*)\n(    .*\n)+?    (?<files>\S.*)\n\n", RegexOptions.Multiline)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^    (?<name>\S+) +(?<version>[0-9a-f]+[0-9a-f.]*) +\S", RegexOptions.Multiline)]
    private static partial Regex PartLine();
}
