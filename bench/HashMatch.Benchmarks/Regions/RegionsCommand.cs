using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Imaging;
using HashMatch.Matching.Regions;

namespace HashMatch.Benchmarks.Regions;

/// <summary><c>regions PATH…</c>: how many altered pictures are recognised by regions, beside plain PDQ, and how many wrongly.</summary>
static class RegionsCommand
{
    const int LongestSide = 1600;
    const int PdqRadius = 31;
    const int OtherPicture = 7;

    static readonly int[] s_gates = [3, 4, 5, 6, 8, 10];

    internal static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders of pictures (recursive), or pictures; no two may show the same.", Arity = ArgumentArity.OneOrMore };
        var radius = new Option<int>("--radius") { HelpName = "BITS", Description = "Within which two regions are near.", DefaultValueFactory = _ => RegionIndex.DefaultRadius };
        var command = new Command("regions", "Cuts, frames and paints over pictures in memory and prints how many are recognised, as Markdown.") { paths, radius };
        command.SetAction(parsed => Measure(parsed.GetRequiredValue(paths), parsed.GetValue(radius)));
        return command;
    }

    static int Measure(string[] paths, int radius)
    {
        var (names, pictures) = Load(paths);
        if (pictures.Count == 0)
        {
            Console.Error.WriteLine("No file decodes as a picture.");
            return 2;
        }

        var (hasher, pdq) = (new RegionHasher(), new PdqHasher());
        // The first picture would pay for compilation.
        hasher.Hash(pictures[0].View);
        var start = Stopwatch.GetTimestamp();
        var sets = pictures.ConvertAll(picture => hasher.Hash(picture.View));
        var hashTime = Stopwatch.GetElapsedTime(start) / sets.Count;
        var hashes = pictures.ConvertAll(picture => pdq.Hash(picture.View).Hash);
        var index = new RegionIndex(radius, s_gates[0]);
        for (var id = 0; id < sets.Count; id++)
        {
            index.Add(id, sets[id]);
        }

        Line($"{sets.Count} pictures of {pictures.Average(picture => picture.Width * picture.Height / 1e6):F2} MP, {index.RegionCount / (double)sets.Count:F0} regions each, {hashTime.TotalMilliseconds:F1} ms to hash; radius {radius}.\n");
        Line($"| altered | PDQ at {PdqRadius} | {string.Join(" | ", s_gates.Select(gate => $"{gate} regions"))} |");
        Line($"|---|{string.Concat(Enumerable.Repeat("--:|", s_gates.Length + 1))}");
        var wrong = new List<(int Agreeing, string Text)>();
        var (pairs, searchTime, searches) = (0L, TimeSpan.Zero, 0);
        foreach (var alteration in Alteration.All)
        {
            var (pdqHits, agreeing) = (0, new List<int>());
            for (var id = 0; id < sets.Count; id++)
            {
                var other = (id + OtherPicture) % sets.Count;
                var altered = alteration.Make(pictures[id], pictures[other], id);
                pdqHits += pdq.Hash(altered.View).Hash.DistanceTo(hashes[id]) <= PdqRadius ? 1 : 0;
                var query = hasher.Hash(altered.View);
                List<RegionMatch> matches = [];
                start = Stopwatch.GetTimestamp();
                index.Search(query, matches);
                searchTime += Stopwatch.GetElapsedTime(start);
                searches++;
                pairs += sets.Count - 1;
                agreeing.AddRange(matches.Where(match => match.Id == id).Select(match => match.Agreement.Regions));
                wrong.AddRange(matches.Where(match => match.Id != id && !(alteration.ShowsOther && match.Id == other))
                    .Select(match => (Agreeing: match.Agreement.Regions, $"{alteration.Name}: {names[id]} ~ {names[match.Id]}, {match.Agreement.Regions} regions")));
            }

            double Percent(int count) => 100.0 * count / sets.Count;
            Line($"| {alteration.Name} | {Percent(pdqHits):F1} | {string.Join(" | ", s_gates.Select(gate => string.Create(CultureInfo.InvariantCulture, $"{Percent(agreeing.Count(count => count >= gate)):F1}")))} |");
        }

        Line($"| wrong in {pairs} pairs | | {string.Join(" | ", s_gates.Select(gate => wrong.Count(found => found.Agreeing >= gate)))} |\n");
        Line($"A search took {searchTime.TotalMicroseconds / searches:F0} µs over {index.RegionCount} regions. Most wrongly agreeing:\n");
        foreach (var (_, text) in wrong.OrderByDescending(found => found.Agreeing).ThenBy(found => found.Text, StringComparer.Ordinal).Take(10))
        {
            Line($"- {text}");
        }

        return 0;
    }

    static (List<string> Names, List<Canvas> Pictures) Load(string[] paths)
    {
        var files = paths.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [path])
            .Order(StringComparer.Ordinal);
        var (names, pictures) = (new List<string>(), new List<Canvas>());
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            if (!ImageDecoder.Default.TryReadHeader(bytes, DecodeOptions.Default, out _, out _) ||
                !ImageDecoder.Default.TryDecode(bytes, DecodeOptions.Default, out var image, out _))
            {
                continue;
            }

            using (image)
            {
                var picture = Canvas.Of(image.Pixels);
                var factor = LongestSide / (double)Math.Max(picture.Width, picture.Height);
                names.Add(Path.GetFileName(file));
                pictures.Add(factor < 1 ? picture.Resize(factor) : picture);
            }
        }

        return (names, pictures);
    }

    static void Line(FormattableString text) => Console.Out.WriteLine(FormattableString.Invariant(text));
}
