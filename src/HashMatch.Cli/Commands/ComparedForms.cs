using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary>The forms by which two pictures come nearest.</summary>
/// <param name="A">That of the first.</param>
/// <param name="B">That of the second.</param>
/// <param name="TrimmedA">The border that was cut off the first.</param>
/// <param name="Transform">What was done to the second.</param>
readonly record struct ComparedForms(HashForm A, HashForm B, BorderKind TrimmedA, PictureTransform Transform)
{
    internal int Distance => A.Hash.DistanceTo(B.Hash);

    /// <summary>Tries every form of B against A as it is and without its border or margins; of equally near ones least is done to B.</summary>
    /// <remarks>Where B is a bare hash, A is turned instead, and what undoes that is B's transform.</remarks>
    internal static ComparedForms Nearest(HashForms a, HashForms b, MatchOptions options)
    {
        var best = new ComparedForms(a.All[0], b.All[0], BorderKind.None, PictureTransform.Identity);
        foreach (var formB in b.All)
        {
            foreach (var formA in a.All)
            {
                var turnedA = formA.Transform.Turned;
                if (options.GateOf(formA) is not null || options.GateOf(formB) is not null || (turnedA != DihedralTransform.Identity && b.Dihedral is not null))
                {
                    continue;
                }

                var transform = turnedA == DihedralTransform.Identity ? formB.Transform : formB.Transform with { Turned = Inverse(turnedA) };
                var candidate = new ComparedForms(formA, formB, formA.Transform.Trimmed, transform);
                if ((candidate.Distance, candidate.Transform, candidate.TrimmedA).CompareTo((best.Distance, best.Transform, best.TrimmedA)) < 0)
                {
                    best = candidate;
                }
            }
        }

        return best;
    }

    /// <summary>Mirror images and half turns undo themselves.</summary>
    static DihedralTransform Inverse(DihedralTransform transform) => transform switch
    {
        DihedralTransform.Rot90 => DihedralTransform.Rot270,
        DihedralTransform.Rot270 => DihedralTransform.Rot90,
        _ => transform,
    };
}
