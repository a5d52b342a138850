namespace HashMatch.Triage.Reports;

/// <summary>The parts of a report by name, and how to ask for them.</summary>
public static class ReportPart
{
    static readonly (ReportParts Part, string Name, string Question)[] s_all =
    [
        (ReportParts.Source, "source", "which system the report comes from"),
        (ReportParts.Jurisdiction, "jurisdiction", "which jurisdiction it falls under"),
        (ReportParts.Submitter, "submitter", "who hands it in"),
        (ReportParts.ReceivedTime, "receivedTime", "when it was received"),
        (ReportParts.Accounts, "accounts", "which accounts are involved"),
        (ReportParts.Items, "items", "the files, or their hashes"),
        (ReportParts.ItemPath, "items.path", "the files themselves"),
        (ReportParts.ItemHash, "items.hash", "hashes of the files"),
        (ReportParts.ItemCaptureTime, "items.captureTime", "when the files were made"),
        (ReportParts.ItemPlace, "items.place", "where the files were made"),
        (ReportParts.ItemDevice, "items.device", "which device the files were made with"),
        (ReportParts.ItemAnnotations, "items.annotations", "what is known of the files"),
        (ReportParts.ItemViewedByReporter, "items.viewedByReporter", "whether someone has looked at the files"),
    ];

    /// <summary>Every part that can be named.</summary>
    public static ReportParts All { get; } = s_all.Aggregate(ReportParts.None, (all, part) => all | part.Part);

    /// <summary>The names of some parts as rules spell them, joined by "or".</summary>
    /// <param name="parts">The parts.</param>
    public static string NamesOf(ReportParts parts) => string.Join(" or ", Each(parts).Select(part => part.Name));

    /// <summary>What to ask the submitter for, to get at least one of some parts.</summary>
    /// <param name="parts">The parts.</param>
    public static string QuestionFor(ReportParts parts) => "Please say " + string.Join(", or ", Each(parts).Select(part => part.Question)) + ".";

    /// <summary>The parts a report has.</summary>
    /// <param name="report">The report.</param>
    public static ReportParts Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var parts = If(report.Source is not null, ReportParts.Source) | If(report.Jurisdiction is not null, ReportParts.Jurisdiction) |
            If(report.Submitter is not null, ReportParts.Submitter) | If(report.ReceivedTime is not null, ReportParts.ReceivedTime) |
            If(report.Accounts.Count > 0, ReportParts.Accounts);
        foreach (var item in report.Items)
        {
            parts |= ReportParts.Items | If(item.Path is not null, ReportParts.ItemPath) |
                If(item.Pdq is not null || item.Digests.Count > 0, ReportParts.ItemHash) |
                If(item.CaptureTime is not null, ReportParts.ItemCaptureTime) | If(item.Place is not null, ReportParts.ItemPlace) |
                If(item.Device is not null, ReportParts.ItemDevice) | If(item.Annotations.Count > 0, ReportParts.ItemAnnotations) |
                If(item.ViewedByReporter is not null, ReportParts.ItemViewedByReporter);
        }

        return parts;
    }

    /// <summary>The part of that name, or none.</summary>
    internal static ReportParts Find(string name) => s_all.FirstOrDefault(part => part.Name == name).Part;

    /// <summary>The single names, in a fixed order.</summary>
    internal static IEnumerable<string> EachNameOf(ReportParts parts) => Each(parts).Select(part => part.Name);

    static IEnumerable<(ReportParts Part, string Name, string Question)> Each(ReportParts parts) =>
        s_all.Where(part => (parts & part.Part) != 0);

    static ReportParts If(bool holds, ReportParts part) => holds ? part : ReportParts.None;
}
