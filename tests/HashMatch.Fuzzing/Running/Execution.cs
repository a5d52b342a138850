using System.Diagnostics;
using System.IO.Hashing;

namespace HashMatch.Fuzzing.Running;

/// <summary>One input, read once under all laws.</summary>
/// <param name="Outcome">What came of it; null if it broke a law.</param>
/// <param name="Finding">The law it broke; null if none.</param>
/// <param name="Allocated">Bytes allocated on this thread.</param>
sealed record Execution(string? Outcome, Finding? Finding, long Allocated)
{
    /// <summary>What no reading of a small input may take, on a machine however busy.</summary>
    static readonly TimeSpan s_mostTime = TimeSpan.FromSeconds(5);

    internal static Execution Of(FuzzTarget target, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        string outcome;
        try
        {
            outcome = target.Run(input, new Random((int)XxHash32.HashToUInt32(input)));
        }
#pragma warning disable CA1031 // Whatever a target lets out is a finding.
        catch (Exception exception)
        {
            return new Execution(null, new Finding(KeyOf(exception), exception.ToString(), input), 0);
        }
#pragma warning restore CA1031

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var time = Stopwatch.GetElapsedTime(started);
        var (perByte, always) = target.MostAllocated;
        var broken = time > s_mostTime ? $"took {time.TotalSeconds:0.0} s"
            : allocated > always + (perByte * input.Length) ? $"allocated {allocated:N0} bytes for {input.Length:N0}"
            : null;
        return broken is null
            ? new Execution(outcome, null, allocated)
            : new Execution(null, new Finding(broken.Split(' ')[0], $"{broken}; outcome {outcome}", input), allocated);
    }

    /// <summary>The kind of failure, and the first line of the project's own code it passed through.</summary>
    static string KeyOf(Exception exception)
    {
        var frame = new StackTrace(exception).GetFrames()
            .Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("HashMatch.", StringComparison.Ordinal) == true &&
                method.DeclaringType != typeof(Law));
        var law = exception is BrokenLawException ? exception.Message : exception.GetType().Name;
        return $"{law} in {frame?.DeclaringType?.FullName}.{frame?.Name}";
    }
}
