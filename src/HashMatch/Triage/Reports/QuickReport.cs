using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>Reads a report in one pass where nothing is odd about it: all that <see cref="ReportWriter"/> writes, and nearly all that comes in.</summary>
static class QuickReport
{
    static readonly byte[][] s_names =
    [
        [.. "schema"u8], [.. "id"u8], [.. "source"u8], [.. "jurisdiction"u8], [.. "submitter"u8], [.. "incidentType"u8], [.. "incidentTime"u8],
        [.. "receivedTime"u8], [.. "escalated"u8], [.. "accounts"u8], [.. "items"u8],
    ];

    /// <summary>The report, of which nothing is to be noted; null where something may be.</summary>
    internal static Report? Read(ReadOnlySpan<byte> utf8, ReportReadOptions options)
    {
        try
        {
            QuickJson json = new(utf8);
            var report = Read(ref json, options);
            return json.IsAtEnd() ? report : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON, or no Unicode.
            return null;
        }
    }

    static Report? Read(ref QuickJson json, ReportReadOptions options)
    {
        string? id = null, source = null, jurisdiction = null, submitter = null, type = null;
        DateTimeOffset? incident = null, received = null;
        var escalated = false;
        string[] accounts = [];
        ReportItem[] items = [];
        uint seen = 0;
        var field = -1;
        json.Begin();
        while (json.NextField(s_names, ref seen, ref field))
        {
            switch (field)
            {
                case 0:
                    json.Expect(json.Name(ReportLimits.Text) == ReportSchema.Id);
                    break;
                case 1:
                    id = json.Text(ReportLimits.Text);
                    break;
                case 2:
                    source = json.Name(ReportLimits.Text);
                    break;
                case 3:
                    jurisdiction = json.Name(ReportLimits.Text);
                    break;
                case 4:
                    submitter = json.Name(ReportLimits.Text);
                    break;
                case 5:
                    type = json.Name(ReportLimits.Text);
                    break;
                case 6:
                    incident = json.Time();
                    break;
                case 7:
                    received = json.Time();
                    break;
                case 8:
                    escalated = json.Flag();
                    break;
                case 9:
                    accounts = json.Texts(ReportLimits.Text, ReportLimits.Accounts);
                    break;
                default:
                    items = QuickItem.ReadAll(ref json);
                    break;
            }
        }

        if (!json.Expect(id is not null && type is not null && incident is not null && options.IncidentTypes?.Contains(type) != false))
        {
            return null;
        }

        return new Report
        {
            Id = id!,
            Source = source,
            Jurisdiction = jurisdiction,
            Submitter = submitter,
            IncidentType = type!,
            IncidentTime = incident!.Value,
            ReceivedTime = received,
            Escalated = escalated,
            Accounts = accounts,
            Items = items,
        };
    }
}
