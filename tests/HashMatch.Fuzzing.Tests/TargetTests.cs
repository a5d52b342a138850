using System.Globalization;
using HashMatch.Fuzzing.Running;

namespace HashMatch.Fuzzing.Tests;

/// <summary>A short run of every target.</summary>
/// <remarks>HASHMATCH_FUZZ=N makes N executions of each instead of 2,000; <c>bench/README.md</c> has the long ones.</remarks>
public class TargetTests
{
    static readonly int s_executions = int.Parse(Environment.GetEnvironmentVariable("HASHMATCH_FUZZ") ?? "2000", CultureInfo.InvariantCulture);

    public static TheoryData<string> Names => [.. TargetCatalog.Names.Where(name => !IsNative(name))];

    public static TheoryData<string> NativeNames => [.. TargetCatalog.Names.Where(IsNative)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_the_bytes_every_law_holds(string name)
    {
        using var target = TargetCatalog.Find(name);

        AssertClean(name, new Fuzzer(target, seed: 20261130).Run(Math.Max(20, target.Share(s_executions))));
    }

    [Theory]
    [MemberData(nameof(NativeNames))]
    public void What_native_code_or_mapped_files_could_end_runs_in_a_process_of_its_own(string name)
    {
        using var target = TargetCatalog.Find(name);

        AssertClean(name, new Supervisor(name, seed: 20261130, TimeSpan.FromMinutes(2)).Run(Math.Max(20, target.Share(s_executions))));
    }

    static bool IsNative(string name) => name is "images" or "index-snapshot" or "list-snapshot";

    static void AssertClean(string name, FuzzResult result)
    {
        Assert.True(result.Outcomes > 1, "Whatever was read, the outcome was the same.");
        Assert.True(result.Findings.Count == 0, string.Join("\n\n", result.Findings.Select(finding =>
            $"{name}, kept in {finding.Save(Path.Join(Path.GetTempPath(), "hashmatch-findings"), name)}: {finding.Key}\n{finding.Details}")));
    }
}
