namespace HashMatch.Packages.Tests;

/// <summary>The command, installed from a folder with packages.</summary>
/// <remarks>HASHMATCH_PACKAGE_TEST=full packs and installs the tool compiled to native code as well, which takes a minute or more.</remarks>
public sealed class ToolInstallTests(PackedFolder packages)
{
    [Fact]
    public async Task The_installed_tool_scans() =>
        await AssertScansAsync(await packages.GetAsync(), packages.NewFolder("tool"));

    [Fact]
    public async Task The_tool_in_native_code_scans_alike()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HASHMATCH_PACKAGE_TEST") == "full",
            "Set HASHMATCH_PACKAGE_TEST=full to pack and install the tool in native code.");
        var source = packages.NewFolder("native-packed");
        await Sdk.RunAsync(RepositoryFiles.Root, "pack", "src/HashMatch.Cli", "-c", "Release", "-o", source, "-p:NativeTool=true",
            $"-p:Version={packages.Version}", "--artifacts-path", packages.NewFolder("native-artifacts"));

        await AssertScansAsync(source, packages.NewFolder("native-tool"));
    }

    async Task AssertScansAsync(string source, string tools)
    {
        await Sdk.RunAsync(tools, "tool", "install", "HashMatch.Cli", "--version", packages.Version, "--source", source, "--tool-path", tools);
        var command = Path.Combine(tools, OperatingSystem.IsWindows() ? "hashmatch.exe" : "hashmatch");

        var (exitCode, output, error) = await Sdk.TryAsync(RepositoryFiles.Root, command, "scan", "testdata/images",
            "--known", "testdata/lists/known.csv", "--ignore", "testdata/lists/ignore.csv", "--format", "csv");

        // Four files are broken on purpose.
        Assert.True(exitCode == 1, error);
        Assert.Equal(91, output.TrimEnd().Split('\n').Length);
        Assert.Contains("90 images: 11 known, 22 repeat, 42 first-generation, 8 uncertain, 3 suppressed, 4 failed.", error, StringComparison.Ordinal);
    }
}
