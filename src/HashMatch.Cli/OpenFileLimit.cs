using System.Globalization;

namespace HashMatch.Cli;

/// <summary>How many files the system lets this process hold open, and how many a run needs.</summary>
/// <remarks>
/// Looked at before a file is read: once the limit is reached, the runtime fails to load its own parts and to start threads,
/// and says neither why nor, at times, anything at all.
/// </remarks>
static class OpenFileLimit
{
    /// <summary>What the runtime and one thread with a catalogue hold: its libraries are open files, too.</summary>
    const int Least = 128;

    /// <summary>Pipes to a worker, those of its start included.</summary>
    const int PerWorker = 6;

    /// <summary>Why a run cannot have so many threads; null if it can.</summary>
    /// <param name="threads">How many threads read files.</param>
    /// <param name="isIsolated">Whether each has a worker that decodes.</param>
    internal static string? Fault(int threads, bool isIsolated)
    {
        var needed = Least + (threads * (isIsolated ? PerWorker : 1));
        return Read() is { } allowed && allowed < needed
            ? $"--threads {threads}{(isIsolated ? " with decode workers" : "")} needs up to {needed} open files, and the system allows {allowed}: raise 'ulimit -n', or give fewer threads."
            : null;
    }

    /// <summary>Why nothing can be run at all; null if something can.</summary>
    internal static string? Fault() => Read() is { } allowed && allowed < Least
        ? $"the system allows {allowed} open files, and {Least} are needed: raise 'ulimit -n'."
        : null;

    /// <summary>The limit in force; null where there is none, or it is not known.</summary>
    static int? Read()
    {
        const string Row = "Max open files";
        try
        {
            // The runtime has raised the first of the two numbers to the second, as far as it may.
            return OperatingSystem.IsLinux() && File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is { } row &&
                int.TryParse(row[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
                ? limit
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
