using System.CommandLine;
using System.Globalization;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;
using HashMatch.Matching;

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
        var output = new OutputOptions();
        var command = new Command("compare", "Two images or hashes: distance, transform, verdict, and why.") { a, b };
        decode.AddTo(command);
        bounds.AddTo(command);
        recipe.AddTo(command);
        algorithms.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var sides = PathArguments.Check(parsed, parsed.GetRequiredValue(a), parsed.GetRequiredValue(b));
            var profile = recipe.Read(parsed);
            var hasher = new FileHasher(ImageDecoder.Default, new PdqHasher(profile), decode.Read(parsed),
                [DigestKind.XxHash128], dihedral: true, algorithms.Read(parsed));
            var options = bounds.Read(parsed);
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
            ? new HashedFile(argument) { Pdq = new PdqResult(hash, 100), Profile = profile.Name }
            : hasher.Hash(argument);

    static ComparisonRecord Compare(HashedFile a, HashedFile b, MatchOptions options)
    {
        if (a.Pdq is not { } pdqA || b.Pdq is not { } pdqB)
        {
            return new ComparisonRecord(a, b, null, null, DihedralTransform.Identity, options,
                new Decision { Verdict = Verdict.Failed }, "One of the two could not be read.");
        }

        var upright = pdqA.Hash.DistanceTo(pdqB.Hash);
        var best = Nearest(a, pdqA.Hash, b, pdqB.Hash);
        var distance = best.HashA.DistanceTo(best.HashB);
        // The rules of a scan decide; a distance is worth no more than the poorer of the two hashes.
        var quality = Math.Min(pdqA.Quality, pdqB.Quality);
        var deduplicator = new Deduplicator([], options);
        deduplicator.Submit(new Sighting(a.Path, new PdqResult(best.HashA, quality), a.ByteLength ?? 0, a.Digests));
        var decision = deduplicator.Submit(new Sighting(b.Path, new PdqResult(best.HashB, quality), b.ByteLength ?? 0, b.Digests));
        return new ComparisonRecord(a, b, distance, upright, best.Transform, options, decision,
            Explain(decision, distance, best.Transform, options, quality));
    }

    /// <summary>The transform of B that brings it nearest to A, with the hashes to show it; upright wins a tie.</summary>
    /// <remarks>Where B is a bare hash, A is transformed instead, and the transform that undoes it is B's.</remarks>
    static (DihedralTransform Transform, Hash256 HashA, Hash256 HashB) Nearest(HashedFile a, Hash256 hashA, HashedFile b, Hash256 hashB)
    {
        var best = (DihedralTransform.Identity, hashA, hashB);
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            var turned = b.Dihedral is { } hashesB ? (transform, hashA, hashesB[transform])
                : a.Dihedral is { } hashesA ? (Inverse(transform), hashesA[transform], hashB)
                : best;
            if (turned.Item2.DistanceTo(turned.Item3) < best.Item2.DistanceTo(best.Item3))
            {
                best = turned;
            }
        }

        return best;
    }

    /// <summary>Mirror images and half turns undo themselves.</summary>
    static DihedralTransform Inverse(DihedralTransform transform) => transform switch
    {
        DihedralTransform.Rot90 => DihedralTransform.Rot270,
        DihedralTransform.Rot270 => DihedralTransform.Rot90,
        _ => transform,
    };

    static string Explain(Decision decision, int distance, DihedralTransform transform, MatchOptions options, int quality)
    {
        var apart = string.Create(CultureInfo.InvariantCulture,
            $"{distance} of {Hash256.BitCount} bits differ{(transform == DihedralTransform.Identity ? "" : $" after {WireNames.Of(transform)}")}");
        return decision switch
        {
            { Verdict: Verdict.Repeat, Basis: MatchBasis.Exact } => "The two files have the same bytes.",
            { Verdict: Verdict.Repeat } => string.Create(CultureInfo.InvariantCulture, $"{apart}, within the radius {options.Radius}."),
            { Reason: UncertainReason.LowQuality } => string.Create(CultureInfo.InvariantCulture,
                $"Quality {quality} is below {options.MinQuality}, so the distance ({distance}) means little."),
            { Reason: UncertainReason.ReviewBand } => string.Create(CultureInfo.InvariantCulture,
                $"{apart}, beyond the radius {options.Radius} but within {options.Radius + options.ReviewBand}: look at both."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{apart}, far beyond the radius {options.Radius}."),
        };
    }
}
