using System.Globalization;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How long some reports waited until they were taken up. One that nobody took up waits for ever.</summary>
sealed class Waits
{
    static readonly int[] s_told = [50, 95, 99];

    readonly TimeSpan[] _sorted;

    internal Waits(IEnumerable<TimeSpan?> waits) => _sorted = [.. waits.Select(wait => wait ?? TimeSpan.MaxValue).Order()];

    /// <summary>The shortest wait that so many per cent do not exceed; <see cref="TimeSpan.MaxValue"/> for ever.</summary>
    internal TimeSpan Percentile(int percent) =>
        _sorted.Length == 0 ? TimeSpan.Zero : _sorted[(int)((((long)_sorted.Length * percent) + 99) / 100) - 1];

    /// <summary>In words: median, 95th and 99th percentile.</summary>
    public override string ToString() => string.Join(" / ", s_told.Select(percent => Text(Percentile(percent))));

    static string Text(TimeSpan wait) => wait == TimeSpan.MaxValue ? "never"
        : wait.TotalDays >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{wait.TotalDays:0.0} d")
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalHours:0.0} h");
}
