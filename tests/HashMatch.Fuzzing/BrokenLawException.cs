namespace HashMatch.Fuzzing;

/// <summary>What a parser did breaks a law of its target.</summary>
sealed class BrokenLawException(string law) : Exception(law);
