using HashMatch.Hashers;

namespace HashMatch.Matching;

/// <summary>A stored hash near one of an item's forms.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Distance">Bits between the two.</param>
/// <param name="Radius">The radius of that form; a greater distance lies in the review band.</param>
/// <param name="Transform">The form.</param>
/// <remarks>Ordered by worth: within the radius, near, little done to the item, stored early.</remarks>
readonly record struct FormHit(int Id, int Distance, int Radius, PictureTransform Transform) : IComparable<FormHit>
{
    internal bool IsWithin => Distance <= Radius;

    public int CompareTo(FormHit other) =>
        (!IsWithin, Distance, Transform, Id).CompareTo((!other.IsWithin, other.Distance, other.Transform, other.Id));
}
