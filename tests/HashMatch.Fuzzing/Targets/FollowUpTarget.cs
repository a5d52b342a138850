using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Documents of follow-ups.</summary>
sealed class FollowUpTarget : FuzzTarget
{
    internal override string Name => "follow-ups";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        SeedFiles.Read("reports", "follow-ups.jsonl"),
        SeedFiles.Utf8("""{"schema":"hashmatch/follow-up@1","report":"r-1","source":"system-1","time":"2026-02-01T00:00:00Z","outcome":"actioned","reviewer":"p-1","confirmedLabels":["A"],"rejectedLabels":["B"],"note":"n","x":[1]}"""),
    ];

    internal override IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. CommonTokens.Texts(
            "\"report\":", "\"source\":", "\"time\":", "\"outcome\":\"returned\"", "\"outcome\":", "\"reviewer\":", "\"note\":", "\"confirmedLabels\":[", "\"rejectedLabels\":[",
            "\"schema\":\"hashmatch/follow-up@1\"", "opened", "not-actionable"),
    ];

    internal override string Run(byte[] input, Random random)
    {
        using MemoryStream stream = new(input);
        using FollowUpReader reader = new(stream);
        return LineLaws.Read(reader, FollowUpWriter.ToUtf8Bytes, bytes => FollowUpReader.Parse(bytes));
    }
}
