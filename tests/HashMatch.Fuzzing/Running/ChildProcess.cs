using System.Globalization;
using System.Text.Json;

namespace HashMatch.Fuzzing.Running;

/// <summary>The other side of <see cref="Supervisor"/>: the fuzzer, its inputs recorded, its result on standard output.</summary>
static class ChildProcess
{
    internal static void Run(string target, string executions, string seed, string flight)
    {
        using FlightRecorder recorder = new(flight);
        using var reading = TargetCatalog.Find(target);
        Fuzzer fuzzer = new(reading, int.Parse(seed, CultureInfo.InvariantCulture));
        var result = fuzzer.Run(long.Parse(executions, CultureInfo.InvariantCulture), recorder.Record);
        Console.Out.Write(JsonSerializer.Serialize(result));
    }
}
