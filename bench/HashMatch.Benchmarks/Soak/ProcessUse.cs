using System.Diagnostics;
using System.Globalization;

namespace HashMatch.Benchmarks.Soak;

/// <summary>What a process and those it has started hold at a moment, as Linux tells it under <c>/proc</c>.</summary>
/// <param name="Bytes">Resident memory.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Processor">Seconds the processors have worked for it since it began: the figure that busy neighbours spoil least.</param>
readonly record struct ProcessUse(long Bytes, int Handles, int Threads, double Processor)
{
    /// <summary>All zero for a process that has ended.</summary>
    internal static ProcessUse Of(int process)
    {
        ProcessUse use = default;
        try
        {
            var status = File.ReadAllLines($"/proc/{process}/status");
            use = new ProcessUse(Field(status, "VmRSS:") * 1024, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, (int)Field(status, "Threads:"), ProcessorSeconds(process));
            foreach (var task in Directory.GetDirectories($"/proc/{process}/task"))
            {
                foreach (var child in File.ReadAllText(Path.Join(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    use += Of(int.Parse(child, CultureInfo.InvariantCulture));
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            // It ended meanwhile.
        }

        return use;
    }

    public static ProcessUse operator +(ProcessUse left, ProcessUse right) =>
        new(left.Bytes + right.Bytes, left.Handles + right.Handles, left.Threads + right.Threads, left.Processor + right.Processor);

    static double ProcessorSeconds(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.TotalProcessorTime.TotalSeconds;
    }

    static long Field(string[] status, string name)
    {
        var line = Array.Find(status, line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
