using System.CommandLine;
using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary><c>folder PATH</c>: how fast the pictures of a folder are decoded and hashed, from bytes in memory.</summary>
static class FolderCommand
{
    /// <summary>A pass did not do the work it is measured by; the report says so.</summary>
    const int Unsound = 1;

    /// <summary>The folder cannot be measured.</summary>
    const int Unusable = 2;

    internal static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The folder of pictures (recursive), 4 GiB at most." };
        var threads = new Option<int>("--threads") { HelpName = "N", Description = "Measure with 1 and with N threads.", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "Rounds that count, after one that does not.", DefaultValueFactory = _ => 5 };
        var profile = new Option<string[]>("--profile") { HelpName = "PROFILE", Description = "The recipe of the hash; repeatable, measured side by side.", DefaultValueFactory = _ => [HashProfile.Pdq1.Name] };
        RequireAtLeastOne(threads);
        RequireAtLeastOne(rounds);
        profile.AcceptOnlyFromAmong([.. HashProfile.OfKind(HashKind.Pdq).Select(known => known.Name)]);
        var folder = new Command("folder", "Decodes and hashes the pictures of a folder and prints how fast that was, as Markdown.")
        {
            path, threads, rounds, profile,
        };
        folder.SetAction(parsed => Measure(
            parsed.GetRequiredValue(path),
            parsed.GetValue(threads),
            parsed.GetValue(rounds),
            [.. parsed.GetRequiredValue(profile).Distinct().Select(name => Recipe.Of(HashProfile.Find(name)!))]));

        return folder;
    }

    static int Measure(string path, int threads, int rounds, IReadOnlyList<Recipe> recipes)
    {
        try
        {
            var decoder = ImageDecoder.Default;
            var pictures = PictureSet.Load(path, decoder, recipes, Console.Error);
            var benchmark = new FolderBenchmark(pictures, decoder, recipes, threads);
            benchmark.Run(rounds, Console.Error);
            new FolderReport(Console.Out, pictures, benchmark).Write();
            return benchmark.IsSound ? 0 : Unsound;
        }
        catch (UnusableFolderException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return Unusable;
        }
    }

    static void RequireAtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
        {
            result.AddError($"{option.Name} must be at least 1, not {result.Tokens[0].Value}.");
        }
    });
}
