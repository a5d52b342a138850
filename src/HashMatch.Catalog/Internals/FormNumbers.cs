using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Catalog.Internals;

/// <summary>What was done to two pictures for them to match, as one number: how one was turned, its border, that of the other.</summary>
static class FormNumbers
{
    const int Turns = (int)DihedralTransform.Transverse + 1;

    /// <summary>The kinds of the first versions, whose numbers stay as they are; those of content come after them.</summary>
    const int Borders = (int)BorderKind.Border + 1;

    const int Pairs = Borders * Borders;

    const int Kinds = (int)BorderKind.Content + 1;

    /// <summary>The largest of them.</summary>
    internal const long Most = (Kinds * Kinds * Turns) - 1;

    internal static long Of(FirstSighting first) =>
        (PairOf((int)first.Trimmed, (int)first.Transform.Trimmed) * Turns) + (long)first.Transform.Turned;

    internal static FirstSighting Read(string path, int distance, long number)
    {
        var (pair, turned) = Math.DivRem(number, Turns);
        var (first, own) = KindsOf((int)pair);
        return new FirstSighting(path, distance, new PictureTransform((BorderKind)own, (DihedralTransform)turned), (BorderKind)first);
    }

    /// <summary>Two borders; then content with each of the five kinds, then the four others with content.</summary>
    static long PairOf(int first, int own) =>
        first < Borders && own < Borders ? (first * Borders) + own
        : first == Borders ? Pairs + own
        : Pairs + Kinds + first;

    static (int First, int Own) KindsOf(int pair) =>
        pair < Pairs ? (pair / Borders, pair % Borders)
        : pair < Pairs + Kinds ? (Borders, pair - Pairs)
        : (pair - Pairs - Kinds, Borders);
}
