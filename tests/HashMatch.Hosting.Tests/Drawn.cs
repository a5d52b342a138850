using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

/// <summary>Items that are copies of one another in many ways, and lists.</summary>
static class Drawn
{
    internal static HashForms Forms(Hash256 hash, int quality = 90) => new(new PdqResult(hash, quality));

    internal static FileIdentity File(int number) => FileIdentity.Of(BitConverter.GetBytes(number));

    /// <summary>Items: new ones, equal bytes, near and less near copies, some of low quality.</summary>
    internal static List<Submission> Items(int seed, int count)
    {
        Random random = new(seed);
        List<Hash256> hashes = [];
        List<Submission> items = [];
        for (var i = 0; i < count; i++)
        {
            var earlier = i == 0 ? -1 : random.Next(i);
            var kind = i == 0 ? 9 : random.Next(10);
            hashes.Add(kind < 2 ? hashes[earlier] : kind < 6 ? DrawnHash.At(hashes[earlier], random.Next(45)) : DrawnHash.Of(random));
            items.Add(Submission.OfForms($"{i:00000}", Forms(hashes[i], kind == 8 ? 20 : 90), HashProfile.Pdq1, File(kind < 2 ? earlier : i)));
        }

        return items;
    }

    /// <summary>Files for a <see cref="FakeDecoder"/>: new pictures, equal bytes, other files of one picture, broken ones.</summary>
    internal static List<Submission> Pictures(int seed, int count)
    {
        Random random = new(seed);
        List<(int Picture, int File)> files = [];
        for (var i = 0; i < count; i++)
        {
            files.Add((i == 0 ? 9 : random.Next(10)) switch
            {
                0 => files[random.Next(i)],
                < 4 => (files[random.Next(i)].Picture, i),
                4 => (-1, i),
                _ => (i, i),
            });
        }

        return [.. files.Select((file, i) => Submission.OfBytes($"{i:00000}", FakeDecoder.File(file.Picture, file.File)))];
    }

    internal static KnownList List(string name, ListRole role, params Hash256[] hashes)
    {
        KnownList list = new(name, role, "1");
        for (var i = 0; i < hashes.Length; i++)
        {
            list.Add(new KnownEntry($"{i}", hashes[i], [], ["A"]));
        }

        return list;
    }

    /// <summary>All a result says, in a line.</summary>
    internal static string Line(MatchResult result) =>
        $"{result.Id} {result.Verdict} {result.Basis} {result.Reason} {result.Attention} {result.Hash} {result.Quality} {result.FirstGeneration?.Path} {result.FirstGeneration?.Distance} {string.Join(';', result.Matches.Select(match => $"{match.List}#{match.Entry}@{match.Distance}"))} {result.Error}";
}
