using System.Buffers;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>Writes reports as <c>hashmatch/report@1</c>: fixed order, nothing that is absent, other fields behind. Thread-safe.</summary>
/// <remarks>A report that was read and is written says the same; times keep their offset, digits become lower case.</remarks>
public static class ReportWriter
{
    /// <summary>The report as one line of UTF-8, without its end.</summary>
    /// <param name="report">The report.</param>
    public static byte[] ToUtf8Bytes(Report report)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ExtraText.WriterOptions))
        {
            Write(json, report);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the report as one object.</summary>
    /// <param name="json">Where a value may stand.</param>
    /// <param name="report">The report.</param>
    public static void Write(Utf8JsonWriter json, Report report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartObject();
        json.WriteString("schema", ReportSchema.Id);
        json.WriteString("id", report.Id);
        json.WriteIfAny("source", report.Source);
        json.WriteIfAny("jurisdiction", report.Jurisdiction);
        json.WriteIfAny("submitter", report.Submitter);
        json.WriteString("incidentType", report.IncidentType);
        json.WriteTime("incidentTime", report.IncidentTime);
        json.WriteTime("receivedTime", report.ReceivedTime);
        if (report.Escalated)
        {
            json.WriteBoolean("escalated", true);
        }

        json.WriteIfAny("accounts", report.Accounts);
        if (report.Items.Count > 0)
        {
            json.WriteStartArray("items");
            foreach (var item in report.Items)
            {
                Write(json, item);
            }

            json.WriteEndArray();
        }

        ExtraText.Write(json, report.ExtraFields);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ReportItem item)
    {
        json.WriteStartObject();
        json.WriteIfAny("id", item.Id);
        json.WriteIfAny("path", item.Path);
        json.WriteIfAny("pdq", item.Pdq?.ToString());
        if (item.Quality is { } quality)
        {
            json.WriteNumber("quality", quality);
        }

        foreach (var digest in item.Digests)
        {
            json.WriteString(ContentDigest.NameOf(digest.Kind), digest.ToString());
        }

        json.WriteTime("captureTime", item.CaptureTime);
        json.WriteIfAny("place", item.Place);
        json.WriteIfAny("device", item.Device);
        json.WriteIfAny("annotations", item.Annotations);
        if (item.ViewedByReporter is { } viewed)
        {
            json.WriteBoolean("viewedByReporter", viewed);
        }

        if (item.Relevance == ItemRelevance.Supplemental)
        {
            json.WriteString("relevance", "supplemental");
        }

        ExtraText.Write(json, item.ExtraFields);
        json.WriteEndObject();
    }
}
