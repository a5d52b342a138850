using System.Text.Json;
using HashMatch.Hashes;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>Entries as rows of our own form: fixed order, nothing that is empty, other fields behind.</summary>
static class JsonRow
{
    internal static void Write(Utf8JsonWriter json, ListEntry entry)
    {
        json.WriteStartObject();
        WriteIfAny(json, "id", entry.Id);
        if (entry.Pdq is { } pdq)
        {
            WriteHash(json, HashNames.Pdq, pdq);
        }

        WriteDigests(json, entry);
        if (entry.Labels.Count > 0)
        {
            json.WriteStartArray("labels");
            foreach (var label in entry.Labels)
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
        }

        if (entry.IsRemoved)
        {
            json.WriteBoolean("removed", true);
        }

        if (entry.Provenance is { } provenance)
        {
            Write(json, provenance);
        }

        JsonEntryFields.Taken.Write(json, entry.ExtraFields);
        json.WriteEndObject();
    }

    internal static void WriteHash(Utf8JsonWriter json, string name, Hash256 hash)
    {
        Span<byte> text = stackalloc byte[Hash256.TextLength];
        hash.TryFormat(text, out _);
        json.WriteString(name, text);
    }

    static void WriteDigests(Utf8JsonWriter json, ListEntry entry)
    {
        List<OpaqueHash>? others = entry.OtherHashes.Count > 0 ? [.. entry.OtherHashes] : null;
        foreach (var kind in (ReadOnlySpan<DigestKind>)[DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256, DigestKind.XxHash128])
        {
            var isFirst = true;
            foreach (var digest in entry.Digests)
            {
                if (digest.Kind != kind)
                {
                    continue;
                }

                if (isFirst)
                {
                    json.WriteString(ContentDigest.NameOf(kind), digest.ToString());
                }
                else
                {
                    // A field stands once: further digests of its kind go among the others, and are read back as digests.
                    (others ??= []).Add(new OpaqueHash(ContentDigest.NameOf(kind), digest.ToString()));
                }

                isFirst = false;
            }
        }

        if (others is null)
        {
            return;
        }

        json.WriteStartArray("otherHashes");
        foreach (var (name, value) in others)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, ListProvenance provenance)
    {
        WriteIfAny(json, "source", provenance.Source);
        WriteIfAny(json, "owner", provenance.Owner);
        WriteIfAny(json, "created", provenance.Created);
        WriteIfAny(json, "updated", provenance.Updated);
        if (provenance.Feedback is { } feedback)
        {
            json.WriteStartObject("feedback");
            json.WriteNumber("affirmative", feedback.Affirmative);
            json.WriteNumber("negative", feedback.Negative);
            json.WriteEndObject();
        }
    }

    static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
