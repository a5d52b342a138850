using System.Diagnostics;

namespace HashMatch.Benchmarks.Soak;

/// <summary>One run of the command, its records read as they come.</summary>
sealed class SoakRun : IDisposable
{
    readonly Process _process;
    readonly Task<string> _said;

    internal SoakRun(string[] words)
    {
        _process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _said = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Records read so far.</summary>
    internal long Records { get; private set; }

    /// <summary>Reads so many records more, fewer at the end, and looks at the process behind the last.</summary>
    internal (long Read, double Seconds, ProcessUse Use) Read(long records)
    {
        var start = Stopwatch.GetTimestamp();
        long read = 0;
        while (read < records && _process.StandardOutput.ReadLine() is not null)
        {
            read++;
        }

        Records += read;
        return (read, Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessUse.Of(_process.Id));
    }

    /// <summary>Waits for the end; records that should not be there are counted too. The summary is the last line it said.</summary>
    internal int Finish(out string summary)
    {
        while (_process.StandardOutput.ReadLine() is not null)
        {
            Records++;
        }

        // Progress comes before it, a line every ten seconds.
        summary = _said.Result.Trim().Split('\n')[^1].Replace('|', '/');
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
