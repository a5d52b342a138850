namespace HashMatch.Distance;

/// <summary>A code within the radius: its position in the run or span that was scanned, and its distance.</summary>
readonly record struct CodeHit(int Position, int Distance);
