using System.Globalization;
using HashMatch.Hashes;
using HashMatch.Lists.Formats.JsonLines;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>VICS 2.0: every entry a medium. Hashes without a field of their own, PDQ among them, stand in <c>Hashes</c>.</summary>
abstract class VicsMediaWriter : JsonListWriter
{
    const string Context = "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/Default/$metadata#";

    /// <summary>The first number for media whose id is none: behind those that lists number themselves.</summary>
    const int FirstOwnNumber = 1_000_000_000;

    int _ownNumber = FirstOwnNumber;

    /// <param name="stream">Left open.</param>
    /// <param name="header">What the list says of itself: it is lost.</param>
    /// <param name="content">What <c>value</c> holds: <c>Media</c> or <c>Cases</c>.</param>
    private protected VicsMediaWriter(Stream stream, ListHeader header, string content)
        : base(stream)
    {
        LoseHeader(header);
        Json.WriteStartObject();
        Json.WriteString(VicsFields.Context20, Context + content);
        Json.WriteStartArray(VicsFields.Value);
    }

    public override void Complete()
    {
        Json.WriteEndArray();
        Json.WriteEndObject();
        Json.Flush();
    }

    /// <summary>Whether there is a medium to write: the form has no tombstones.</summary>
    private protected static bool IsMedium(ListEntry entry) => !entry.IsRemoved && entry.HasHash;

    /// <param name="entry">A medium.</param>
    /// <param name="hasCase">Whether it stands in a case, which carries owner and source.</param>
    /// <param name="inCase">The unknown field <c>Case</c> that stands there and not here, if any.</param>
    private protected void WriteMedium(ListEntry entry, bool hasCase, string? inCase = null)
    {
        HashSet<string> written = [VicsFields.MediaId];
        Json.WriteStartObject();
        WriteId(entry.Id);
        WriteCategory(entry, written);
        WriteText("MD5", First(entry, DigestKind.Md5), written);
        WriteText("SHA1", First(entry, DigestKind.Sha1), written);
        WriteText(VicsFields.DateUpdated, entry.Provenance?.Updated, written);
        WriteText(VicsFields.PhotoDna, entry.OtherHashes.FirstOrDefault(IsPhotoDna)?.Value, written);
        WriteHashes(entry, written);
        // What another format calls like a hash of ours is none.
        var passedOver = ExtraFields.Write(Json, entry.ExtraFields, field => written.Contains(field.Name) || VicsMediaFields.IsHash(field) ||
            (inCase is not null && field.Name == VicsFields.Case && field.Value.GetRawText() == inCase));
        Lose("fields", passedOver - (inCase is null ? 0 : 1));
        Json.WriteEndObject();
        LoseProvenance(entry, keepsUpdated: true, keepsOrigin: hasCase);
        FlushIfLarge();
    }

    void WriteId(string? id)
    {
        if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == id)
        {
            Json.WriteNumber(VicsFields.MediaId, number);
        }
        else
        {
            Lose("id", id is null ? 0 : 1);
            Json.WriteNumber(VicsFields.MediaId, _ownNumber++);
        }
    }

    void WriteCategory(ListEntry entry, HashSet<string> written)
    {
        foreach (var label in entry.Labels)
        {
            if (label.StartsWith(VicsFields.CategoryLabel, StringComparison.Ordinal) && !written.Contains(VicsFields.Category) &&
                int.TryParse(label.AsSpan(VicsFields.CategoryLabel.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var category))
            {
                Json.WriteNumber(VicsFields.Category, category);
                written.Add(VicsFields.Category);
            }
            else
            {
                Lose("labels");
            }
        }
    }

    void WriteText(string name, string? text, HashSet<string> written)
    {
        if (text is not null)
        {
            Json.WriteString(name, text);
            written.Add(name);
        }
    }

    void WriteHashes(ListEntry entry, HashSet<string> written)
    {
        var photoDna = entry.OtherHashes.FirstOrDefault(IsPhotoDna);
        List<OpaqueHash> hashes = [.. entry.OtherHashes.Where(hash => !ReferenceEquals(hash, photoDna))];
        HashSet<DigestKind> own = [];
        foreach (var digest in entry.Digests)
        {
            if (digest.Kind is not (DigestKind.Md5 or DigestKind.Sha1) || !own.Add(digest.Kind))
            {
                hashes.Add(new OpaqueHash(ContentDigest.NameOf(digest.Kind).ToUpperInvariant(), digest.ToString()));
            }
        }

        if (entry.Pdq is null && hashes.Count == 0)
        {
            return;
        }

        written.Add(VicsFields.Hashes);
        Json.WriteStartArray(VicsFields.Hashes);
        if (entry.Pdq is { } pdq)
        {
            Json.WriteStartObject();
            Json.WriteString(VicsFields.HashName, "PDQ");
            JsonRow.WriteHash(Json, VicsFields.HashValue, pdq);
            Json.WriteEndObject();
        }

        foreach (var (name, value) in hashes)
        {
            Json.WriteStartObject();
            Json.WriteString(VicsFields.HashName, name);
            Json.WriteString(VicsFields.HashValue, value);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    static bool IsPhotoDna(OpaqueHash hash) => hash.Name == VicsFields.PhotoDna;

    static string? First(ListEntry entry, DigestKind kind)
    {
        foreach (var digest in entry.Digests)
        {
            if (digest.Kind == kind)
            {
                return digest.ToString();
            }
        }

        return null;
    }
}
