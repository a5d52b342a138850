using HashMatch.Triage;

namespace HashMatch.Fuzzing.Targets;

/// <summary>What must hold of JSON Lines of triage.</summary>
static class LineLaws
{
    const int MostProblems = 51;

    internal static string Read<T>(LineReader<T> reader, Func<T, byte[]> write, Func<byte[], LineRow<T>> parse)
        where T : class
    {
        HashSet<string> shapes = [];
        long rows = 0;
        while (reader.TryRead(out var row))
        {
            rows++;
            Law.Require(row.IsAccepted == row.Problems.All(problem => problem.IsWarning), "A row is refused for an error, and for nothing else.");
            Law.Require(row.Problems.Count <= MostProblems, "The problems of a row are bounded.");
            foreach (var problem in row.Problems)
            {
                Law.RequireSpeakable(problem.ToString());
                shapes.Add(Law.ShapeOf(problem.ToString()));
            }

            if (row.IsAccepted)
            {
                var once = write(row.Value);
                var back = parse(once);
                Law.Require(back.IsAccepted && write(back.Value).AsSpan().SequenceEqual(once), "What is taken is written, and read back the same.");
            }
        }

        Law.Require(rows == reader.Accepted + reader.Rejected, "The counts add up.");
        return $"{Math.Min(3, reader.Accepted)} {string.Join('|', shapes.Order(StringComparer.Ordinal))}";
    }
}
