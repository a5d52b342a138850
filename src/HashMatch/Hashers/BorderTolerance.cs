namespace HashMatch.Hashers;

/// <summary>How a border is told from a picture, in luma.</summary>
/// <param name="Stray">Within it of the edge's mean a pixel belongs to the border.</param>
/// <param name="Drift">How far the mean of a line may lie from the edge's.</param>
/// <param name="Step">By more than it a pixel clearly differs from the border.</param>
readonly record struct BorderTolerance(int Stray, int Drift, int Step);
