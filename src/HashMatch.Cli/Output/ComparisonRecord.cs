using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Cli.Output;

/// <summary>Two inputs side by side.</summary>
/// <param name="A">The first; the second is judged against it.</param>
/// <param name="B">The second.</param>
/// <param name="Distance">Bits between the best transform of B and A; null when one could not be read.</param>
/// <param name="UprightDistance">Bits between the two as they are.</param>
/// <param name="Transform">What was done to B for that distance.</param>
/// <param name="Radius">The radius it was judged by.</param>
/// <param name="Decision">The verdict on B.</param>
/// <param name="Why">One sentence for a person.</param>
sealed record ComparisonRecord(
    HashedFile A,
    HashedFile B,
    int? Distance,
    int? UprightDistance,
    DihedralTransform Transform,
    int Radius,
    Decision Decision,
    string Why);
