namespace HashMatch.Fuzzing.Mutation;

/// <summary>What is mutated: the seeds, and every input that had an outcome of its own.</summary>
sealed class Corpus(IReadOnlyList<byte[]> seeds)
{
    /// <summary>As many inputs are kept beside the seeds, and as many bytes: the latest take the places of the earliest.</summary>
    const int MostKept = 2_000;
    const long MostBytes = 64L << 20;

    readonly HashSet<string> _outcomes = [];
    readonly List<byte[]> _kept = [];
    int _oldest;
    long _bytes;

    /// <summary>How many outcomes were seen.</summary>
    internal int Outcomes => _outcomes.Count;

    /// <summary>A seed in one of three draws, else something kept.</summary>
    internal byte[] Draw(Random random) =>
        _kept.Count == 0 || random.Next(3) == 0 ? seeds[random.Next(seeds.Count)] : _kept[random.Next(_kept.Count)];

    internal void Note(string outcome, byte[] input)
    {
        if (!_outcomes.Add(outcome))
        {
            return;
        }

        if (_kept.Count < MostKept && _bytes + input.Length <= MostBytes)
        {
            _kept.Add(input);
            _bytes += input.Length;
        }
        else if (_kept.Count > 0)
        {
            _bytes += input.Length - _kept[_oldest].Length;
            _kept[_oldest] = input;
            _oldest = (_oldest + 1) % _kept.Count;
        }
    }
}
