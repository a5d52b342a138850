using System.Text;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Lists of one format, told or left to be found out; or of any.</summary>
sealed class ListTarget(string name, ListFormat format) : FuzzTarget
{
    internal override string Name => name;

    internal override IReadOnlyList<byte[]> Seeds { get; } = ListSeeds.Of(format);

    internal override IReadOnlyList<byte[]> Tokens { get; } = ListSeeds.Tokens;

    internal override int Share(int executions) => executions / 2;

    internal override string Run(byte[] input, Random random)
    {
        StringBuilder outcome = new();
        ListReadOptions options = new()
        {
            Name = "given",
            Format = random.Next(2) == 0 ? format : ListFormat.Auto,
            HashType = random.Next(4) == 0 ? (ListHashType)random.Next(5) : ListHashType.Auto,
            Role = (ListRole)random.Next(2),
        };
        ListReader reader;
        try
        {
            reader = ListReader.Open(new MemoryStream(input), options);
        }
        catch (ListFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            RequireSameSums(input, options, null);
            return Law.ShapeOf(exception.Message);
        }

        using (reader)
        {
            var (entries, counts, isBroken) = ListLaws.Read(reader, outcome);
            RequireSameSums(input, options, isBroken ? null : counts);
            ListLaws.RequireFixedPoint(entries, reader.Header);
            ListLaws.RequireReadable(entries, random);
        }

        return outcome.ToString();
    }

    /// <summary>A list to match against takes in every row, leaves it out or has it withdrawn.</summary>
    static void RequireSameSums(byte[] input, ListReadOptions options, ListCounts? counts)
    {
        if (counts is not null && input.Length % 3 > 0)
        {
            // An index for every input would take most of the time.
            return;
        }

        try
        {
            using MemoryStream stream = new(input);
            var result = KnownListReader.Read(stream, options);
            Law.Require(counts?.Rows == result.Rows, "A list to match against has the rows of the list.");
            Law.Require(result.Rows == result.List.Entries.Count + result.Errors.Count + result.Withdrawn, "Every row is an entry, an error or withdrawn.");
        }
        catch (ListFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
        }
    }
}
