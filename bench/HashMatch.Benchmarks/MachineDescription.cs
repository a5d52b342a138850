using System.Collections;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HashMatch.Benchmarks;

/// <summary>What the numbers depend on besides the code.</summary>
static class MachineDescription
{
    const string CpuInfo = "/proc/cpuinfo";
    const string LoadAverage = "/proc/loadavg";

    /// <summary>Switches of ours and of the runtime that change speed; others, such as folders, are no reader's business.</summary>
    static readonly string[] s_switches =
        ["HASHMATCH_KERNEL", "DOTNET_Enable", "DOTNET_GC", "DOTNET_PreferredVector", "DOTNET_ReadyToRun", "DOTNET_TC_", "DOTNET_Tiered"];

    /// <summary>All of it as lines of Markdown, with the command that is run.</summary>
    /// <param name="project">The project whose command it is, from the root.</param>
    /// <param name="args">What follows the two dashes.</param>
    internal static string Lines(string project, IEnumerable<string> args) => $"""
        - Command: `dotnet run -c Release --project {project} -- {string.Join(' ', args.Select(Quote))}`
        - Machine: {Cpu}, {Environment.ProcessorCount} cores{Load}
        - Runtime: {Runtime}{(Switches.Count > 0 ? $", {string.Join(' ', Switches)}" : "")}

        """;

    /// <summary>The processor's own name where the system tells it.</summary>
    static string Cpu
    {
        get
        {
            string? name = null;
            if (File.Exists(CpuInfo))
            {
                name = File.ReadLines(CpuInfo)
                    .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
                    .FirstOrDefault();
            }

            name ??= Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown model";
            return $"{name} ({RuntimeInformation.ProcessArchitecture}, vectors of {VectorBits} bits)";
        }
    }

    static string Runtime =>
        $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {RuntimeInformation.OSDescription}";

    /// <summary>The switches set, such as <c>DOTNET_EnableAVX2=0</c>.</summary>
    static List<string> Switches =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => s_switches.Any(start => ((string)variable.Key).StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>How many threads ran or waited to run when it began: the nearer to 0, the more the clock may be believed.</summary>
    static string Load => File.Exists(LoadAverage)
        ? string.Create(CultureInfo.InvariantCulture, $", load {File.ReadAllText(LoadAverage).Split(' ')[0]}")
        : "";

    static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument;

    static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
