using System.CommandLine;
using System.Globalization;
using HashMatch.Cli.Files;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Regions;

namespace HashMatch.Cli.Commands;

/// <summary><c>compare A B</c>: how far two images or hashes lie apart, and what that means.</summary>
static class CompareCommand
{
    internal static Command Create(Terminal terminal)
    {
        var a = new Argument<string>("A") { Description = "An image file, or a PDQ hash of 64 hexadecimal digits." };
        var b = new Argument<string>("B") { Description = "The other one." };
        var decode = new DecodeOptionSet();
        var bounds = new VerdictOptions();
        var recipe = new HashOptions();
        var algorithms = new AlgorithmOption();
        var forms = new FormOptions();
        var regions = new RegionOptions("Also look for parts: tell how many regions agree, at what scale and offset; N of them (4 unless given) make B uncertain where hashes do not match.");
        var output = new OutputOptions();
        var command = new Command("compare", "Two images or hashes: distance, transform, verdict, and why.") { a, b };
        decode.AddTo(command);
        bounds.AddTo(command);
        recipe.AddTo(command);
        algorithms.AddTo(command);
        forms.AddTo(command);
        regions.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var sides = PathArguments.Check(parsed, parsed.GetRequiredValue(a), parsed.GetRequiredValue(b));
            var profile = recipe.Read(parsed);
            var options = bounds.Read(parsed) with { AgreeingRegions = regions.Read(parsed) };
            var decoder = RunDecoder.Open(decode.IsIsolated(parsed), threads: 1);
            using var workers = decoder as IDisposable;
            var hasher = new FileHasher(decoder, new PdqHasher(profile), decode.Read(parsed),
                [DigestKind.XxHash128], forms.Read(parsed), algorithms.Read(parsed),
                options.AgreeingRegions is null ? null : new RegionHasher());
            var record = Compare(Read(sides[0], hasher, profile), Read(sides[1], hasher, profile), options);
            using var writer = output.CreateWriter(parsed, terminal, ComparisonRecord.Columns);
            writer.Write(record);
            return record.Decision.Verdict == Verdict.Failed ? ExitCode.SomeFailed : ExitCode.Done;
        });
        return command;
    }

    static HashedFile Read(string argument, FileHasher hasher, HashProfile profile) =>
        // A hash has no quality of its own; whoever has only the hash has passed it as good.
        Hash256.TryParse(argument, out var hash) && !File.Exists(argument)
            ? new HashedFile(argument) { Picture = new() { Forms = new HashForms(new PdqResult(hash, 100)) }, Profile = profile.Name }
            : hasher.Hash(argument);

    static ComparisonRecord Compare(HashedFile a, HashedFile b, MatchOptions options)
    {
        if (a.Forms is not { } formsA || b.Forms is not { } formsB)
        {
            return new ComparisonRecord(a, b, null, null, PictureTransform.Identity, options,
                new Decision { Verdict = Verdict.Failed }, "One of the two could not be read.");
        }

        var upright = formsA.Pdq.Hash.DistanceTo(formsB.Pdq.Hash);
        var best = ComparedForms.Nearest(formsA, formsB, options);

        // The rules of a scan decide; a distance is worth no more than the poorer of the two hashes.
        var quality = Math.Min(best.A.Quality, best.B.Quality);
        var undecided = Math.Max(best.A.UndecidedBits, best.B.UndecidedBits);
        var pdqA = new PdqResult(best.A.Hash, quality) { UndecidedBits = undecided };
        var pdqB = new PdqResult(best.B.Hash, quality) { UndecidedBits = undecided };
        var deduplicator = new Deduplicator([], options);
        deduplicator.Submit(new Sighting(a.Path, pdqA, a.Picture.ByteLength ?? 0, a.Picture.Digests) { Regions = a.Picture.Regions });
        var decision = deduplicator.Submit(new Sighting(b.Path, pdqB, b.Picture.ByteLength ?? 0, b.Picture.Digests) { Regions = b.Picture.Regions });
        RegionAgreement? agreement = a.Picture.Regions is { } item && b.Picture.Regions is { } query ? RegionAgreement.Of(query, item) : null;
        return new ComparisonRecord(a, b, best.Distance, upright, best.Transform, options, decision, Explain(decision, best, options, pdqB), agreement);
    }

    static string Explain(Decision decision, ComparedForms best, MatchOptions options, PdqResult pdq)
    {
        var apart = string.Create(CultureInfo.InvariantCulture,
            $"{best.Distance} of {Hash256.BitCount} bits differ{Explanations.After(best.Transform)}{(best.TrimmedA == BorderKind.None ? "" : $" from A{Explanations.Without(best.TrimmedA)}")}");
        return decision switch
        {
            { Verdict: Verdict.Repeat, Basis: MatchBasis.Exact } => "The two files have the same bytes.",
            { Verdict: Verdict.Repeat } => string.Create(CultureInfo.InvariantCulture, $"{apart}, within the radius {options.Radius}."),
            { Reason: UncertainReason.LowQuality } => string.Create(CultureInfo.InvariantCulture,
                $"Quality {pdq.Quality} is below {options.MinQuality}, so the distance ({best.Distance}) means little."),
            { Reason: UncertainReason.Undecided or UncertainReason.Unbalanced } => string.Create(CultureInfo.InvariantCulture,
                $"The hash has {Explanations.OfGate(decision.Reason, pdq)}, so the distance ({best.Distance}) means little."),
            { Reason: UncertainReason.ReviewBand } => string.Create(CultureInfo.InvariantCulture,
                $"{apart}, beyond the radius {options.Radius} but within {options.Radius + options.ReviewBand}: look at both."),
            { Reason: UncertainReason.RegionMatch, FirstGeneration.Agreement: { } agreement } =>
                $"{apart}, but {Explanations.OfAgreement(agreement, "A")}: look at both.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{apart}, far beyond the radius {options.Radius}."),
        };
    }
}
