using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HashMatch.Matching.Opaque;

/// <summary>What of a decision may be shown to callers who must not learn what is on the lists: an id and a band for every match that counts.</summary>
/// <remarks>
/// <para>
/// A caller may submit any pictures and reads every answer, knows this program, and may guess names of lists and entries;
/// hidden from him are hashes, digests, ids, labels and numbers of entries, so the ids are HMAC-SHA256 under a key he has
/// not, or mere ordinals. What is left is the verdict itself: by altering a picture step by step until verdict or band
/// flips, he can measure where an entry's radius ends and climb towards its hash, the bands giving him two more such edges
/// (0 and 15 bits), and he sees how many entries a picture matches and whether two pictures match the same one. No form of
/// output prevents that: who answers strangers must limit how often, and to whom, and what the error stream and the
/// running time say is the operator's too.
/// </para>
/// <para>
/// With a key an entry has the same id in every run and for every version of its list, as long as the list keeps its name
/// and the entry its id. Without one, entries are numbered in the order in which this view first shows them.
/// </para>
/// <para>Thread-safe with a key; without one, for one thread and in the order of the items.</para>
/// </remarks>
public sealed class OpaqueView
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int LeastKeyLength = 16;

    /// <summary>The most bits of <see cref="DistanceBand.Close"/>.</summary>
    public const int MostCloseBits = 15;

    /// <summary>Bytes of an id: enough that no two entries share one.</summary>
    const int IdLength = 16;

    /// <summary>Before what an id is made of, so that the key may serve for other things too.</summary>
    static readonly byte[] s_purpose = [.. "hashmatch/opaque@1"u8, 0xFF];

    readonly byte[]? _key;
    readonly bool _showsLists;
    readonly Dictionary<(string List, string Entry), int> _numbers = [];

    /// <summary>A view whose ids are numbers: they link the answers of one run and nothing else.</summary>
    /// <param name="showsLists">Whether names and versions of lists are shown.</param>
    public OpaqueView(bool showsLists = false) => _showsLists = showsLists;

    /// <summary>A view whose ids only the holder of the key can make.</summary>
    /// <param name="key">Secret random bytes, at least <see cref="LeastKeyLength"/>; copied.</param>
    /// <param name="showsLists">Whether names and versions of lists are shown.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public OpaqueView(ReadOnlySpan<byte> key, bool showsLists = false)
    {
        if (key.Length < LeastKeyLength)
        {
            throw new ArgumentException($"The key must have at least {LeastKeyLength} bytes.", nameof(key));
        }

        _key = key.ToArray();
        _showsLists = showsLists;
    }

    /// <summary>The band of a match.</summary>
    public static DistanceBand BandOf(Match match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return match.Distance switch
        {
            0 => DistanceBand.Exact,
            <= MostCloseBits => DistanceBand.Close,
            _ => DistanceBand.Near,
        };
    }

    /// <summary>The matches a verdict by lists rests on, each entry once, by band and id; candidates of the review band are not shown.</summary>
    /// <param name="decision">The decision.</param>
    public IReadOnlyList<OpaqueMatch> MatchesOf(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        // Neither the numbering nor the order may follow the distances within a band.
        return
        [
            .. decision.CountedMatches
                .OrderBy(BandOf).ThenBy(match => match.List, StringComparer.Ordinal).ThenBy(match => match.Entry, StringComparer.Ordinal)
                .DistinctBy(match => (match.List, match.Entry))
                .Select(Show)
                .OrderBy(match => match.Band).ThenBy(match => match.Id.Length).ThenBy(match => match.Id, StringComparer.Ordinal),
        ];
    }

    OpaqueMatch Show(Match match) =>
        new(IdOf(match.List, match.Entry), BandOf(match), _showsLists ? match.List : null, _showsLists ? match.Version : null);

    string IdOf(string list, string entry)
    {
        if (_key is null)
        {
            if (!_numbers.TryGetValue((list, entry), out var number))
            {
                _numbers.Add((list, entry), number = _numbers.Count + 1);
            }

            return string.Create(CultureInfo.InvariantCulture, $"m{number}");
        }

        // UTF-8 has no such byte, so that the parts never run into each other.
        byte[] message = [.. s_purpose, .. Encoding.UTF8.GetBytes(list), 0xFF, .. Encoding.UTF8.GetBytes(entry)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, message).AsSpan(0, IdLength));
    }
}
