using System.Text;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Hashes;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Hashes and digests as text: UTF-8 and UTF-16 say the same, and what is read is written back.</summary>
sealed class HashTextTarget : FuzzTarget
{
    internal override string Name => "hash-text";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        SeedFiles.Utf8("f8f8f0cee0f4a84f"), SeedFiles.Utf8("F8F8F0CEE0F4A84F06370A22038F63F0B36E2ED596621E1D33E6B39C4E9C9B22"),
        SeedFiles.Utf8("9700dec49c84fbc1c721aef44e691771"), SeedFiles.Utf8("da39a3ee5e6b4b0d3255bfef95601890afd80709"), [],
    ];

    internal override IReadOnlyList<byte[]> Tokens { get; } = [[0xD9, 0xA3], [0xEF, 0xBC, 0x91], "0x"u8.ToArray(), "G"u8.ToArray(), "`"u8.ToArray(), "@"u8.ToArray(), "/"u8.ToArray(), ":"u8.ToArray()];

    internal override string Run(byte[] input, Random random)
    {
        var text = Encoding.UTF8.GetString(input);
        var is64 = Check<Hash64>(input, text, Hash64.TryParse(input, out var short8) ? short8 : null, Hash64.TryParse(text, out var short16) ? short16 : null);
        var is256 = Check<Hash256>(input, text, Hash256.TryParse(input, out var long8) ? long8 : null, Hash256.TryParse(text, out var long16) ? long16 : null);
        var kinds = 0;
        foreach (var kind in Enum.GetValues<DigestKind>())
        {
            if (ContentDigest.TryParse(kind, text, out var digest))
            {
                kinds++;
                Law.Require(digest.Kind == kind && string.Equals(digest.ToString(), text, StringComparison.OrdinalIgnoreCase), "A digest that is read is written back.");
            }
        }

        return $"{is64} {is256} {kinds} {input.Length}";
    }

    static bool Check<THash>(byte[] utf8, string text, THash? from8, THash? from16)
        where THash : struct, IHash<THash>
    {
        Law.Require(Nullable.Equals(from8, from16), "UTF-8 and UTF-16 are read alike.");
        if (from8 is { } hash)
        {
            Law.Require(string.Equals(hash.ToString(), text, StringComparison.OrdinalIgnoreCase) && THash.Parse(utf8, null).Equals(hash), "A hash that is read is written back.");
            return true;
        }

        try
        {
            THash.Parse(text, null);
        }
        catch (FormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            return false;
        }

        throw new BrokenLawException("Parse refuses what TryParse refuses.");
    }
}
