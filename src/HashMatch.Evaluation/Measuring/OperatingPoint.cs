namespace HashMatch.Evaluation.Measuring;

/// <summary>What an algorithm does at one radius.</summary>
/// <param name="Radius">Inclusive.</param>
/// <param name="Recall">Altered copies found, 0 to 1; null where there are none.</param>
/// <param name="FalseMatches">Distinct pairs that match.</param>
/// <param name="PerMillion">Of a million distinct pairs, those that match; null where there are none.</param>
/// <param name="UpperPerMillion">What that rate is below with 95 % confidence, if all pairs were independent.</param>
/// <param name="UpperPerMillionOriginals">
/// The same from pairs of originals alone. Copies of one picture are alike, so that the truth lies between the two.
/// </param>
readonly record struct OperatingPoint(int Radius, double? Recall, long FalseMatches, double? PerMillion, double UpperPerMillion, double UpperPerMillionOriginals);
