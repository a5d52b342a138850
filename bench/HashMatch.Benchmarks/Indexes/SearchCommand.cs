using System.CommandLine;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Indexes;

/// <summary><c>search</c>: queries a second and percentiles of multi-index hashing, single and batched, beside a scalar loop.</summary>
static class SearchCommand
{
    internal static Command Create()
    {
        var count = new Option<int>("--n") { Description = "Stored hashes.", DefaultValueFactory = _ => 1_000_000 };
        var width = new Option<int>("--width") { Description = "Bits of a hash, 64 or 256.", DefaultValueFactory = _ => 256 };
        var radius = new Option<int>("--radius") { Description = "The inclusive bound.", DefaultValueFactory = _ => 31 };
        var model = new Option<string>("--data") { Description = "How the hashes are drawn.", DefaultValueFactory = _ => "random" };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of 20,000 queries; the best counts.", DefaultValueFactory = _ => 5 };
        var join = new Option<int>("--join") { Description = "Measure the self-join on so many threads instead.", DefaultValueFactory = _ => 0 };
        var pictures = new Option<string?>("--hashes") { HelpName = "FILE", Description = "JSONL of 'hashmatch hash', for --data pictures." };
        width.AcceptOnlyFromAmong("64", "256");
        model.AcceptOnlyFromAmong([.. SearchData<Hash256>.Models]);
        var search = new Command("search", "Measures exact search on generated hashes.") { count, width, radius, model, rounds, join, pictures };
        search.Validators.Add(result =>
        {
            if (result.GetValue(model) == "pictures" && (result.GetValue(pictures) is null || result.GetValue(width) == 64))
            {
                result.AddError("--data pictures needs --hashes FILE and 256 bits.");
            }
        });
        search.SetAction(parsed =>
        {
            var setting = new SearchSetting(
                parsed.GetRequiredValue(model), parsed.GetValue(count), parsed.GetValue(radius), parsed.GetValue(rounds), parsed.GetValue(join), parsed.GetValue(pictures));
            if (parsed.GetValue(width) == 64)
            {
                SearchMeasurement<Hash64>.Run(setting, Console.Out);
            }
            else
            {
                SearchMeasurement<Hash256>.Run(setting, Console.Out);
            }

            return 0;
        });

        return search;
    }
}
