using System.Buffers;
using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.FollowUps;

/// <summary>Writes follow-ups as <c>hashmatch/follow-up@1</c>: fixed order, nothing that is absent, other fields behind. Thread-safe.</summary>
public static class FollowUpWriter
{
    /// <summary>The follow-up as one line of UTF-8, without its end.</summary>
    /// <param name="followUp">The follow-up.</param>
    public static byte[] ToUtf8Bytes(FollowUp followUp)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ExtraText.WriterOptions))
        {
            Write(json, followUp);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the follow-up as one object.</summary>
    /// <param name="json">Where a value may stand.</param>
    /// <param name="followUp">The follow-up.</param>
    public static void Write(Utf8JsonWriter json, FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(followUp);
        json.WriteStartObject();
        json.WriteString("schema", FollowUp.SchemaId);
        json.WriteString("report", followUp.Report);
        json.WriteIfAny("source", followUp.Source);
        json.WriteTime("time", followUp.Time);
        json.WriteString("outcome", followUp.OutcomeText);
        json.WriteIfAny("reviewer", followUp.Reviewer);
        json.WriteIfAny("confirmedLabels", followUp.ConfirmedLabels);
        json.WriteIfAny("rejectedLabels", followUp.RejectedLabels);
        json.WriteIfAny("note", followUp.Note);
        ExtraText.Write(json, followUp.ExtraFields);
        json.WriteEndObject();
    }
}
