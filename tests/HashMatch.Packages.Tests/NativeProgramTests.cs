using System.Runtime.InteropServices;

namespace HashMatch.Packages.Tests;

/// <summary>The core in a program that was trimmed and compiled to native code: no warning, and the same bits.</summary>
public sealed class NativeProgramTests(PackedFolder packages)
{
    const string Program = "HashMatch.Aot";

    [Fact]
    public async Task A_native_program_hashes_indexes_and_searches_as_a_managed_one_does()
    {
        Sdk.SkipWhereAnotherPassTests();
        var artifacts = packages.NewFolder("native");
        var published = Path.Combine(artifacts, "published");

        // Style was checked when the tree was built; trimming and native code are checked by their own compilers.
        var (exitCode, output, error) = await Sdk.TryAsync(RepositoryFiles.Root, "dotnet", "publish", $"tests/{Program}", "-c", "Release",
            "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-p:RunAnalyzers=false", "--artifacts-path", artifacts, "-o", published);

        SkipWithoutCompiler(output + error);
        Assert.True(exitCode == 0, output + error);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(published, $"{Program}.dll")));
        var native = await Sdk.TryAsync(published, Path.Combine(published, Program));
        var managed = await Sdk.TryAsync(published, "dotnet", RepositoryFiles.Path("tests", Program, "bin", BuildFacts.Configuration, "net10.0", $"{Program}.dll"));
        Assert.Equal((0, ""), (native.ExitCode, native.Error));
        Assert.Equal(managed, native);
        Assert.Equal(["FirstGeneration", "Known", "Repeat", "Uncertain"], Verdicts(native.Output));
    }

    /// <remarks>A developer may be offline or have no linker; whoever checks a change in CI must not miss it.</remarks>
    static void SkipWithoutCompiler(string log)
    {
        string[] signs = ["NU1101", "NU1102", "NU1301", "Platform linker", "NETSDK1204"];
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true" && signs.Any(sign => log.Contains(sign, StringComparison.Ordinal)),
            "Needs the package of the native compiler, restored or in reach, and a linker (clang or gcc).");
    }

    static IEnumerable<string> Verdicts(string output) =>
        output.Split('\n').Select(line => line.Split(": ")).Where(parts => parts.Length == 2 && parts[1].Contains(',', StringComparison.Ordinal))
            .Select(parts => parts[1].Split(',')[0]).Where(word => !word.Contains(' ', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
}
