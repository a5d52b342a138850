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
            if (!ImageFile.TryRead(path, DecodeOptions.Default, out var file, out var error))
            {
                Console.WriteLine($"{path}: {error.Code}");
                continue;
            }

            using (file)
            {
                if (!ImageDecoder.Default.TryDecode(file.Memory, DecodeOptions.Default, out var image, out error))
                {
                    Console.WriteLine($"{path}: {error.Code}");
                    continue;
                }

                using (image)
                {
                    var digest = ContentDigest.Compute(DigestKind.XxHash128, file.Memory.Span);
                    var decision = deduplicator.Submit(new Sighting(path, hasher.Hash(image.Pixels), file.Length, [digest]));
                    Console.WriteLine($"{path}: {decision.Verdict} {decision.FirstGeneration?.Path}");
                }
            }
        }

        // README ends
        return Console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
