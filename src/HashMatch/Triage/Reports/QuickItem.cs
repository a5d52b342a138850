using HashMatch.Hashes;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>Reads a report's items in one pass where nothing is odd about them.</summary>
static class QuickItem
{
    static readonly byte[][] s_names =
    [
        [.. "id"u8], [.. "path"u8], [.. "pdq"u8], [.. "quality"u8], [.. "md5"u8], [.. "sha1"u8], [.. "sha256"u8], [.. "xxh128"u8],
        [.. "captureTime"u8], [.. "place"u8], [.. "device"u8], [.. "annotations"u8], [.. "viewedByReporter"u8], [.. "relevance"u8],
    ];

    internal static ReportItem[] ReadAll(ref QuickJson json)
    {
        List<ReportItem> items = [];
        json.BeginArray();
        while (json.NextObject() && json.Expect(items.Count < ReportLimits.Items))
        {
            items.Add(Read(ref json));
        }

        return [.. items];
    }

    static ReportItem Read(ref QuickJson json)
    {
        string? id = null, path = null, place = null, device = null;
        Hash256? pdq = null;
        ContentDigest[] digests = [];
        int? quality = null;
        DateTimeOffset? captured = null;
        bool? viewed = null;
        var relevance = ItemRelevance.Reported;
        string[] annotations = [];
        uint seen = 0;
        var field = -1;
        while (json.NextField(s_names, ref seen, ref field))
        {
            switch (field)
            {
                case 0:
                    id = json.Text(ReportLimits.Text);
                    break;
                case 1:
                    path = json.Text(ReportLimits.Path);
                    break;
                case 2:
                    pdq = Pdq(ref json);
                    break;
                case 3:
                    quality = json.Number(0, 100);
                    break;
                case 4:
                    digests = [.. digests, Digest(ref json, DigestKind.Md5)];
                    break;
                case 5:
                    digests = [.. digests, Digest(ref json, DigestKind.Sha1)];
                    break;
                case 6:
                    digests = [.. digests, Digest(ref json, DigestKind.Sha256)];
                    break;
                case 7:
                    digests = [.. digests, Digest(ref json, DigestKind.XxHash128)];
                    break;
                case 8:
                    captured = json.Time();
                    break;
                case 9:
                    place = json.Name(ReportLimits.Text);
                    break;
                case 10:
                    device = json.Name(ReportLimits.Text);
                    break;
                case 11:
                    annotations = json.Texts(ReportLimits.Text, ReportLimits.Annotations);
                    break;
                case 12:
                    viewed = json.Flag();
                    break;
                default:
                    relevance = Relevance(ref json);
                    break;
            }
        }

        // One that names neither file nor hash is worth a warning.
        json.Expect(path is not null || pdq is not null || digests.Length > 0);
        return new ReportItem
        {
            Id = id,
            Path = path,
            Pdq = pdq,
            Quality = quality,
            Digests = digests,
            CaptureTime = captured,
            Place = place,
            Device = device,
            Annotations = annotations,
            ViewedByReporter = viewed,
            Relevance = relevance,
        };
    }

    static Hash256 Pdq(ref QuickJson json)
    {
        Hash256 hash = default;
        json.Expect(json.TextBytes() && Hash256.TryParse(json.Bytes, out hash));
        return hash;
    }

    static ContentDigest Digest(ref QuickJson json, DigestKind kind)
    {
        ContentDigest digest = default;
        json.Expect(json.TextBytes() && ContentDigest.TryParse(kind, json.Bytes, out digest));
        return digest;
    }

    static ItemRelevance Relevance(ref QuickJson json)
    {
        var isSupplemental = json.TextBytes() && json.Bytes.SequenceEqual("supplemental"u8);
        json.Expect(isSupplemental || json.Bytes.SequenceEqual("reported"u8));
        return isSupplemental ? ItemRelevance.Supplemental : ItemRelevance.Reported;
    }
}
