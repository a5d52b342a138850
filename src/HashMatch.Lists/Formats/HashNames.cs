using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HashMatch.Hashes;

namespace HashMatch.Lists.Formats;

/// <summary>What lists call the hashes that are matched.</summary>
static class HashNames
{
    internal const string Pdq = "pdq";

    /// <summary>The kind of digest a name stands for, with or without a dash, in either case.</summary>
    internal static bool TryFindDigest(string name, out DigestKind kind)
    {
        DigestKind? found = name.ToUpperInvariant() switch
        {
            "MD5" => DigestKind.Md5,
            "SHA1" or "SHA-1" => DigestKind.Sha1,
            "SHA256" or "SHA-256" => DigestKind.Sha256,
            "XXH128" => DigestKind.XxHash128,
            _ => null,
        };
        kind = found.GetValueOrDefault();
        return found is not null;
    }

    internal static bool IsPdq(string name) => name.Equals(Pdq, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a value is refused; never the value itself.</summary>
    [SuppressMessage("Performance", "CA1863", Justification = "Only bad rows come here.")]
    internal static string WrongDigits(string field, int digits) =>
        string.Create(CultureInfo.InvariantCulture, $"'{field}' must be {digits} hexadecimal digits.");
}
