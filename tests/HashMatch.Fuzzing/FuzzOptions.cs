using System.Globalization;

namespace HashMatch.Fuzzing;

/// <summary>How much to fuzz, from which seed, and where findings are kept.</summary>
sealed record FuzzOptions(long Executions = 100_000, int Seed = 1, string Findings = "artifacts/fuzzing")
{
    /// <summary>Stands for every target.</summary>
    internal const string All = "all";

    /// <summary>Reads pairs of a name and a value; false for what is none.</summary>
    internal static bool TryRead(ReadOnlySpan<string> words, out FuzzOptions options)
    {
        options = new FuzzOptions();
        for (; words.Length >= 2; words = words[2..])
        {
            switch (words[0])
            {
                case "--executions" when long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var executions):
                    options = options with { Executions = executions };
                    break;
                case "--seed" when int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--findings":
                    options = options with { Findings = words[1] };
                    break;
                default:
                    return false;
            }
        }

        return words.IsEmpty;
    }
}
