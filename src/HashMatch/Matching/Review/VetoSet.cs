using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching.Review;

/// <summary>The vetoes in force: which pairs are never called the same by near hashes.</summary>
/// <remarks>
/// <para>
/// A content is on a side of a veto when it shares a digest with that side, or when a hash of it, in any form it is looked
/// for by, equals the side's own hash or that without its border: so the same file elsewhere, a copy of equal hash and a
/// turned one are, and a copy whose hash is off by one bit is not. A pair is vetoed when one is on either side. A hash
/// that both sides have is left out, for it tells neither from the other; entries of lists keep theirs where an entry was
/// vetoed.
/// </para>
/// <para>
/// What is vetoed is no evidence at all, neither within the radius nor in the review band, and the next best decides.
/// Equal bytes are the same whatever anybody says: vetoes do not touch exact matches.
/// </para>
/// <para>Immutable; safe from any thread. The order of the vetoes makes no difference.</para>
/// </remarks>
public sealed class VetoSet
{
    // The sides of a veto are two neighbouring numbers: 2 i and 2 i + 1.
    readonly Dictionary<ContentPrint, List<int>> _sides = [];
    readonly Dictionary<ContentPrint, List<int>> _sidesOfEntries = [];
    readonly ContentPrinter _printer;

    /// <summary>A set of vetoes.</summary>
    /// <param name="printer">What made their prints.</param>
    /// <param name="vetoes">The vetoes.</param>
    public VetoSet(ContentPrinter printer, IEnumerable<Veto> vetoes)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(vetoes);
        _printer = printer;
        foreach (var veto in vetoes)
        {
            Add(veto.First, veto.Second, 2 * Count);
            Add(veto.Second, veto.First, (2 * Count) + 1);
            Count++;
        }
    }

    /// <summary>No veto.</summary>
    public static VetoSet None { get; } = new(new ContentPrinter(), []);

    /// <summary>How many vetoes there are.</summary>
    public int Count { get; }

    /// <summary>The sides an item is on.</summary>
    /// <param name="forms">All it is looked for by.</param>
    /// <param name="digests">The digests of its bytes.</param>
    /// <param name="options">Say which hashes mean anything.</param>
    public VetoSides SidesOf(HashForms forms, IReadOnlyList<ContentDigest> digests, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(digests);
        ArgumentNullException.ThrowIfNull(options);
        if (Count == 0)
        {
            return default;
        }

        HashSet<int> sides = [];
        foreach (var digest in digests)
        {
            Find(_sides, _printer.Of(digest), sides);
        }

        foreach (var form in forms.All)
        {
            if (options.GateOf(form) is null)
            {
                Find(_sides, _printer.Of(form.Hash), sides);
            }
        }

        return new VetoSides(sides);
    }

    /// <summary>The sides an entry of a list is on.</summary>
    public VetoSides SidesOf(KnownEntry entry)
    {
        if (Count == 0)
        {
            return default;
        }

        HashSet<int> sides = [];
        foreach (var print in _printer.SideOf(entry).Own)
        {
            Find(_sides, print, sides);
            Find(_sidesOfEntries, print, sides);
        }

        return new VetoSides(sides);
    }

    void Add(VetoSide side, VetoSide other, int number)
    {
        foreach (var print in side.Against(other))
        {
            Note(_sides, print, number);
        }

        foreach (var print in side.IsEntry ? side.Own : [])
        {
            Note(_sidesOfEntries, print, number);
        }
    }

    static void Note(Dictionary<ContentPrint, List<int>> sides, ContentPrint print, int number)
    {
        if (!sides.TryGetValue(print, out var numbers))
        {
            sides.Add(print, numbers = []);
        }

        numbers.Add(number);
    }

    static void Find(Dictionary<ContentPrint, List<int>> sides, ContentPrint print, HashSet<int> found)
    {
        if (sides.TryGetValue(print, out var numbers))
        {
            found.UnionWith(numbers);
        }
    }
}
