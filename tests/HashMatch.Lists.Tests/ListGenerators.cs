using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HashMatch.Hashes;

namespace HashMatch.Lists.Tests;

/// <summary>Entries and headers of every kind.</summary>
static class ListGenerators
{
    static readonly string[] s_texts = ["a", "k-01", "A;B", "  b ", "ü \"q\", z", "x\ny", "\\n", "category-2", "-", "#", "{\"a\":1}", "7", "e\u0301\U0001F600"];

    internal static Gen<string> Text => Gen.Elements(s_texts);

    internal static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(value => (string?)value));

    internal static Gen<byte[]> Bytes(int count) => Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), count);

    internal static Gen<ContentDigest> Digest =>
        from kind in Gen.Elements(Enum.GetValues<DigestKind>())
        from bytes in Bytes(ContentDigest.ByteLength(kind))
        select ContentDigest.TryParse(kind, Convert.ToHexStringLower(bytes), out var digest) ? digest : throw new InvalidOperationException();

    internal static Gen<ListProvenance?> Provenance =>
        from source in Maybe(Text)
        from owner in Maybe(Text)
        from updated in Maybe(Gen.Elements("2024-03-01T10:00:00Z", "1709290000", "someday"))
        from feedback in Gen.Choose(0, 5)
        select source is null && owner is null && updated is null && feedback == 0 ? null : new ListProvenance
        {
            Source = source,
            Owner = owner,
            Updated = updated,
            Feedback = feedback == 0 ? null : new ListFeedback(feedback, 1),
        };

    internal static Gen<ListEntry> Entry =>
        from id in Gen.OneOf(Maybe(Text), Gen.Choose(1, 99).Select(number => (string?)number.ToString(CultureInfo.InvariantCulture)))
        from pdq in Gen.OneOf(Gen.Constant<Hash256?>(null), Bytes(32).Select(bytes => (Hash256?)Hash256.FromBytes(bytes)))
        from digests in Gen.ListOf(Digest)
        from others in Gen.ListOf(Gen.Elements(new OpaqueHash("PhotoDNA", "QUJD"), new OpaqueHash("VideoTMK", "ü/+")))
        from labels in Gen.ListOf(Text)
        from isRemoved in Gen.Elements(false, false, false, true)
        from provenance in Provenance
        from extra in Gen.Elements(null, """{"note":"x\ny","n":2.50,"nested":{"a":[1,null,"ü"]}}""", """{"name":"a\\b.jpg","metadata":"100,b"}""",
            """{"source":"x","pdq":true,"unknown:pdq":1,"unknown:x":2,"removed":true,"schema":"hashmatch/hash@1"}""",
            """{"Case":{"CaseID":"c","Note":{"a":1}},"MD5":"x"}""")
        select new ListEntry
        {
            Id = id,
            Pdq = pdq ?? (digests.Count == 0 ? default(Hash256) : null),
            Digests = [.. digests.Distinct().OrderBy(digest => digest.Kind)],
            OtherHashes = [.. others],
            Labels = [.. labels],
            IsRemoved = isRemoved,
            Provenance = provenance,
            ExtraFields = extra,
        };

    internal static Gen<ListHeader> Header =>
        from name in Maybe(Text)
        from radius in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 256).Select(bits => (int?)bits))
        from extra in Gen.Elements(null, """{"contact":{"team":"x"}}""", """{"pdq":"x","hash":1,"name":"n","nextPageToken":"t","unknown:role":"r"}""")
        select new ListHeader { Name = name, Version = "3", Role = Matching.ListRole.Ignore, Radius = radius, Algorithm = "pdq", ExtraFields = extra };
}
