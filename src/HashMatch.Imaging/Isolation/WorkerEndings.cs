namespace HashMatch.Imaging.Isolation;

/// <summary>What a process's end and its last words tell.</summary>
static class WorkerEndings
{
    const int MostShown = 200;

    /// <summary>Why it ended.</summary>
    /// <param name="exitCode">That of the process.</param>
    /// <param name="lastWords">What it said; it chooses between two codes, no more.</param>
    internal static WorkerEnd Of(int exitCode, string lastWords) =>
        IsKilled(exitCode) ? WorkerEnd.Killed : SpeaksOfMemory(lastWords) ? WorkerEnd.OutOfMemory : WorkerEnd.Crashed;

    /// <summary>Whether somebody ended it: by hanging up, interrupting, quitting, killing or terminating, none of which a file does.</summary>
    internal static bool IsKilled(int exitCode) => exitCode - 128 is 1 or 2 or 3 or 9 or 15;

    /// <summary>The first line, fit to be shown.</summary>
    internal static string FirstLine(string words)
    {
        var line = words.AsSpan().Trim();
        line = line[..Math.Min(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length, MostShown)];
        return string.Concat(line.ToString().Select(character => char.IsControl(character) ? '?' : character));
    }

    // GLib, Rust's and C++'s allocators and .NET all say so before they end a process that gets none.
    static bool SpeaksOfMemory(string words) =>
        words.Contains("failed to allocate", StringComparison.OrdinalIgnoreCase) ||
        words.Contains("memory allocation", StringComparison.OrdinalIgnoreCase) ||
        words.Contains("bad_alloc", StringComparison.OrdinalIgnoreCase) ||
        words.Contains("out of memory", StringComparison.OrdinalIgnoreCase);
}
