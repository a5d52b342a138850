using System.Text.RegularExpressions;

namespace HashMatch.Cli.Tests.Triage;

/// <summary>A catalogue of a test's own and the project's reports to put there.</summary>
sealed partial class ReportFolder : IDisposable
{
    internal const string Now = "2026-11-24T00:00:00Z";

    internal TemporaryFolder Folder { get; } = new();

    internal string Catalog => Folder.Path("a.db");

    internal static string Reports => RepositoryFiles.Path("testdata", "reports", "reports.jsonl");

    internal static string Name(string file) => RepositoryFiles.Path("testdata", "reports", file);

    public void Dispose() => Folder.Dispose();

    /// <summary>Takes reports in, with the project's lists, files below <c>testdata</c>.</summary>
    internal CommandRun Ingest(string reports, params string[] more) => CommandRun.Of(["triage", "ingest", reports, "--root", RepositoryFiles.TestData,
        "--known", RepositoryFiles.Path("testdata", "lists", "known.csv"), "--ignore", RepositoryFiles.Path("testdata", "lists", "ignore.csv"), "--catalog", Catalog, .. more]);

    /// <summary>Takes in reports that name no files, without lists.</summary>
    internal CommandRun IngestText(string text, params string[] more) =>
        CommandRun.Of(["triage", "ingest", Folder.Write("r.jsonl", text), "--catalog", Catalog, .. more]);

    internal CommandRun Queue(params string[] more) => Triage("queue", ["--now", Now, .. more]);

    internal CommandRun Triage(string verb, params string[] more) => CommandRun.Of(["triage", verb, "--catalog", Catalog, .. more]);

    /// <summary>The log, but for times and runs.</summary>
    internal string Log() => Times().Replace(CommandRun.Of("catalog", "export", Catalog, "--decisions").Output, "");

    internal void AssertWhole() => Assert.Equal(ExitCode.Done, CommandRun.Of("catalog", "verify", Catalog).ExitCode);

    [GeneratedRegex("\"run\":\\d+,\"decidedAt\":\"[^\"]*\",|,\"link\":\"[0-9a-f]*\"")]
    private static partial Regex Times();
}
