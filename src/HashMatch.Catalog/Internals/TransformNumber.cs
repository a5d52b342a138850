using HashMatch.Hashers;

namespace HashMatch.Catalog.Internals;

/// <summary>A transform as one number: eight a border.</summary>
static class TransformNumber
{
    const int Turns = (int)DihedralTransform.Transverse + 1;

    internal static long Of(PictureTransform transform) => ((long)transform.Trimmed * Turns) + (long)transform.Turned;

    internal static PictureTransform Read(long number) =>
        new((BorderKind)(number / Turns), (DihedralTransform)(number % Turns));
}
