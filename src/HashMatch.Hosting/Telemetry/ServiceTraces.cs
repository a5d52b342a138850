using System.Diagnostics;
using HashMatch.Hosting.Names;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting.Telemetry;

/// <summary>The activities of a service, for whoever listens; nobody listening, there are none.</summary>
/// <remarks>No tag holds an id, a hash or a digest.</remarks>
static class ServiceTraces
{
    static readonly ActivitySource s_source = new(MatchService.TelemetryName);

    /// <summary>From a submission to its hashes, waiting included.</summary>
    internal static Activity? StartHashing() => s_source.HasListeners() ? s_source.StartActivity("hashmatch.hash") : null;

    /// <summary>From hashes to verdicts that are kept, waiting included.</summary>
    internal static Activity? StartDeciding(int count) =>
        s_source.HasListeners() ? s_source.StartActivity("hashmatch.decide")?.SetTag(Tags.Count, count) : null;

    /// <summary>Tells the verdict, where it is one.</summary>
    internal static void Describe(Activity? activity, IReadOnlyList<Decision> decisions)
    {
        if (decisions is [var decision])
        {
            Describe(activity, decision);
        }
    }

    internal static void Describe(Activity? activity, Decision decision) => activity?.SetTag(Tags.Verdict, RecordNames.Of(decision.Verdict));

    internal static void Describe(Activity? activity, string? format, ImageError? error)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag(Tags.Format, format);
        if (error is not null)
        {
            activity.SetTag(Tags.Code, RecordNames.Of(error.Code));
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
