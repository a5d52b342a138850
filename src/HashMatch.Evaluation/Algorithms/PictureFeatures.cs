namespace HashMatch.Evaluation.Algorithms;

/// <summary>What an algorithm keeps of a picture. It holds no pixels.</summary>
/// <param name="isGated">Whether the algorithm itself says that these features must not be matched.</param>
abstract class PictureFeatures(bool isGated)
{
    internal bool IsGated { get; } = isGated;
}
