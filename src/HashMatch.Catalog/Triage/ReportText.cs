using System.Text;
using HashMatch.Catalog.Internals;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Triage;

/// <summary>What came of reports, as the log keeps it: one line of JSON. Of what a report says it has the digest alone.</summary>
static class ReportText
{
    /// <summary>How the text of a report that came in begins, and no other.</summary>
    internal const string Beginning = "{\"report\":";

    /// <summary>How the text of a follow-up begins, and no other.</summary>
    internal const string FollowUpBeginning = "{\"followUp\":";

    internal static string Of(ReportChange change, Report report, ReadOnlySpan<byte> sha256)
    {
        var digits = Convert.ToHexStringLower(sha256);
        return JsonText.Of(json =>
        {
            json.WriteString("report", Words.Of(change));
            json.WriteString("id", report.Id);
            if (report.Source is { } source)
            {
                json.WriteString("source", source);
            }

            json.WriteNumber("items", report.Items.Count);
            json.WriteString("sha256", digits);
        });
    }

    internal static string Of(FollowUp followUp) => JsonText.Of(json =>
    {
        json.WritePropertyName("followUp");
        FollowUpWriter.Write(json, followUp);
    });

    /// <summary>The digest that a decision has of a report; null if it is about no report.</summary>
    internal static string? DigestIn(Cells decision, int column)
    {
        var text = decision.Text(column);
        return text.StartsWith(Beginning, StringComparison.Ordinal) ? new Evidence(text, decision.Id(0)).Text("sha256") : null;
    }

    /// <exception cref="CatalogException">The decision is about no follow-up.</exception>
    internal static FollowUp FollowUpIn(Cells decision, int column)
    {
        var text = decision.Text(column);
        return text.StartsWith(FollowUpBeginning, StringComparison.Ordinal) && text.Length > FollowUpBeginning.Length &&
            FollowUpReader.Parse(Encoding.UTF8.GetBytes(text[FollowUpBeginning.Length..^1])).Value is { } followUp
            ? followUp : throw decision.Damaged(column);
    }
}
