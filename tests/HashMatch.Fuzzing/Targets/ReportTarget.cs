using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Triage.Reports;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Documents of reports.</summary>
sealed class ReportTarget : FuzzTarget
{
    internal override string Name => "reports";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [.. SeedFiles.All("reports"), .. Lines()];

    internal override IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. CommonTokens.Texts(
            "\"schema\":\"hashmatch/report@1\"", "\"id\":", "\"source\":", "\"incidentType\":", "\"incidentTime\":", "\"receivedTime\":", "\"escalated\":", "\"accounts\":[", "\"items\":[",
            "\"pdq\":", "\"quality\":", "\"md5\":", "\"sha1\":", "\"sha256\":", "\"xxh128\":", "\"captureTime\":", "\"place\":", "\"device\":", "\"annotations\":[\"A\"]",
            "\"viewedByReporter\":", "\"relevance\":\"supplemental\"", "\"jurisdiction\":", "\"submitter\":", "\"path\":"),
    ];

    internal override string Run(byte[] input, Random random)
    {
        using MemoryStream stream = new(input);
        using ReportReader reader = new(stream, random.Next(2) == 0 ? null : new ReportReadOptions { IncidentTypes = new HashSet<string> { "type-1" } });
        return LineLaws.Read(reader, ReportWriter.ToUtf8Bytes, bytes => ReportReader.Parse(bytes));
    }

    /// <summary>One line each: a document of many is mutated where it does not matter.</summary>
    static IEnumerable<byte[]> Lines() => SeedFiles.All("reports").SelectMany(file => System.Text.Encoding.UTF8.GetString(file).Split('\n')).Where(line => line.Length > 0).Select(SeedFiles.Utf8);
}
