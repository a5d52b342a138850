using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Cli.Tests.ReadMe;

/// <summary>The README's library example, with what it prints caught.</summary>
static class LibraryExample
{
    /// <summary>Runs it; its paths are relative to the root of the repository.</summary>
    internal static string[] Run()
    {
        using StringWriter Console = new();

        // README begins
        var hasher = new PdqHasher();
        var deduplicator = new Deduplicator(lists: []);
        foreach (var path in Directory.GetFiles("testdata/images/variants").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            if (ImageDecoder.Default.TryDecode(bytes, DecodeOptions.Default, out var image, out _))
            {
                using var pixels = image;
                var digest = ContentDigest.Compute(DigestKind.XxHash128, bytes);
                var decision = deduplicator.Submit(new Sighting(path, hasher.HashForms(image.Pixels), bytes.Length, [digest]));
                Console.WriteLine($"{path}: {decision.Verdict} {decision.FirstGeneration?.Path}");
            }
        }

        // README ends
        return Console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
