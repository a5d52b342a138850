using System.Collections;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HashMatch.Benchmarks.Folders;

/// <summary>What the numbers depend on besides the code.</summary>
static class MachineDescription
{
    const string CpuInfo = "/proc/cpuinfo";

    /// <summary>Switches of the runtime that change speed; others, such as folders, are no reader's business.</summary>
    static readonly string[] s_switches =
        ["DOTNET_Enable", "DOTNET_GC", "DOTNET_PreferredVector", "DOTNET_ReadyToRun", "DOTNET_TC_", "DOTNET_Tiered"];

    /// <summary>The processor's own name where the system tells it.</summary>
    internal static string Cpu
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

    internal static string Runtime =>
        $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {RuntimeInformation.OSDescription}";

    /// <summary>The switches set, such as <c>DOTNET_EnableAVX2=0</c>.</summary>
    internal static IReadOnlyList<string> Switches =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => s_switches.Any(start => ((string)variable.Key).StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal),
    ];

    static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
