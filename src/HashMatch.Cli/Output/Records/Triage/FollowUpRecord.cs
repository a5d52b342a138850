using System.Globalization;
using HashMatch.Catalog.Triage;
using HashMatch.Triage;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Something that was done with a report, as the log has it.</summary>
/// <param name="Logged">What was done.</param>
/// <param name="Warnings">What is odd about the row it came by.</param>
sealed record FollowUpRecord(LoggedFollowUp Logged, IReadOnlyList<FieldProblem> Warnings) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "decision,new,report,source,time,outcome,reviewer,note,confirmedLabels,rejectedLabels,warnings";

    public string Schema => "hashmatch/triage-feedback@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        var followUp = Logged.FollowUp;
        json.Number("decision", Logged.Number);
        json.Json.WriteBoolean("new", Logged.IsNew);
        json.Text("report", followUp.Report);
        json.TextIfAny("source", followUp.Source);
        json.Text("time", TimeText.Of(followUp.Time));
        json.Text("outcome", followUp.OutcomeText);
        json.TextIfAny("reviewer", followUp.Reviewer);
        json.TextIfAny("note", followUp.Note);
        json.Texts("confirmedLabels", followUp.ConfirmedLabels);
        json.Texts("rejectedLabels", followUp.RejectedLabels);
        if (Warnings.Count > 0)
        {
            json.Texts("warnings", Warnings.Select(ProblemText.Of));
        }
    }

    public void WriteTo(CsvCells cells)
    {
        var followUp = Logged.FollowUp;
        cells.Add(Logged.Number);
        cells.Add(Logged.IsNew);
        cells.Add(followUp.Report, followUp.Source, TimeText.Of(followUp.Time), followUp.OutcomeText, followUp.Reviewer, followUp.Note);
        cells.Add(string.Join(';', followUp.ConfirmedLabels), string.Join(';', followUp.RejectedLabels), ProblemText.Of(Warnings));
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Printable.Of(ReportName.Of(Logged.FollowUp.Report, Logged.FollowUp.Source))}: {Printable.Of(Logged.FollowUp.OutcomeText)}{(Logged.IsNew ? "" : ", as the log had it already")} ({Logged.Number}){string.Concat(Warnings.Select(warning => "; " + ProblemText.Of(warning)))}"));
}
