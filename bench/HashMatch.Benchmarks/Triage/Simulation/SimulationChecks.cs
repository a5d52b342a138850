using System.Globalization;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What must hold, seed by seed.</summary>
static class SimulationChecks
{
    const double Least = 0.99;

    const int MostTimes = 2;

    /// <summary>Each property with whether it holds, and what that rests on.</summary>
    internal static IReadOnlyList<(bool Holds, string What)> Of(SimulationResult result)
    {
        var (queue, truth) = (result.Enough[0], result.Enough[^1]);
        var (poor, well) = (queue.Poor.Percentile(95), queue.Well.Percentile(95));
        // Where nobody waits for long, a factor says nothing.
        well = well > result.Settings.ReadingTime ? well : result.Settings.ReadingTime;
        var saved = (double)result.Matching.MereRecognised / result.Settings.Reports;
        return
        [
            (result.Matching.Hidden == 0 && result.LeftOut == 0 && queue.Lying == 0, Text(
                $"no first-generation report hidden: of {result.Matching.FirstGeneration:N0} matching hides {result.Matching.Hidden}, the queue leaves out {result.LeftOut}, {queue.Lying} lie unread for a week (and {queue.LyingOthers} others that need a person)")),
            (result.Groups.Recall >= Least && result.Groups.Precision >= Least && result.Groups.PlantedPrecision >= Least, Text(
                $"planted groups found: pairwise recall {result.Groups.Recall:0.0000} of {result.Groups.Planted:N0}, precision {result.Groups.PlantedPrecision:0.0000} of {result.Groups.Touching:N0} around them, {result.Groups.Precision:0.0000} of all {result.Groups.Found:N0}")),
            (poor != TimeSpan.MaxValue && poor <= MostTimes * well, Text(
                $"95 of 100 tag-poor first-generation reports wait at most {poor.TotalHours:0.0} h, well-tagged ones {well.TotalHours:0.0} h: {poor / well:0.00} times as long")),
            (truth.Expired == 0 && queue.Expired == 0, Text(
                $"expired unseen of {result.Matching.NeedPerson:N0} that need a person, with {queue.Readers} readers: {queue.Expired}; unavoidable: {truth.Expired}")),
            (queue.IsServed && result.ReadersByArrival > queue.Readers && result.ReadersByLabel > queue.Readers, Text(
                $"copies put last are {saved:P1} of all reports, {saved * result.Settings.Reports * result.Settings.ReadingTime.TotalHours:N0} reader-hours; to see in time what {queue.Readers} readers do takes {result.ReadersByArrival} by arrival, {result.ReadersByLabel} by label")),
        ];
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
