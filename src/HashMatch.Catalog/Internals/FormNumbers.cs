using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Catalog.Internals;

/// <summary>What was done to two pictures for them to match, as one number: how one was turned, its border, that of the other.</summary>
static class FormNumbers
{
    const int Turns = (int)DihedralTransform.Transverse + 1;
    const int Borders = (int)BorderKind.Border + 1;

    /// <summary>The largest of them.</summary>
    internal const long Most = (Borders * Borders * Turns) - 1;

    internal static long Of(FirstSighting first) =>
        ((((long)first.Trimmed * Borders) + (long)first.Transform.Trimmed) * Turns) + (long)first.Transform.Turned;

    internal static FirstSighting Read(string path, int distance, long number)
    {
        var (borders, turned) = Math.DivRem(number, Turns);
        var (first, own) = Math.DivRem(borders, Borders);
        return new FirstSighting(path, distance, new PictureTransform((BorderKind)own, (DihedralTransform)turned), (BorderKind)first);
    }
}
