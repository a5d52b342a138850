using HashMatch.Evaluation.Algorithms;

namespace HashMatch.Evaluation.Measuring;

/// <summary>What is kept of one original and its copies: features, no pixels.</summary>
/// <param name="Path">The original, as reports name it.</param>
/// <param name="Stored">Of the original, by algorithm.</param>
/// <param name="Copies">By alteration, then by algorithm; null where the copy could not be made.</param>
sealed record MeasuredPicture(string Path, PictureFeatures[] Stored, PictureFeatures[]?[] Copies);
