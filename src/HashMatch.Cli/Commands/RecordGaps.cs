using HashMatch.Cli.Files;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary>Counts what records of an earlier <c>hash</c> lack of what a run looks by; files that are read lack nothing.</summary>
/// <param name="digests">The digests it looks by.</param>
/// <param name="forms">The altered forms it looks for.</param>
/// <param name="options">Whether it looks for regions.</param>
sealed class RecordGaps(IReadOnlyList<DigestKind> digests, FormKinds forms, MatchOptions options)
{
    int _digests;
    int _dihedral;
    int _regions;

    internal void Count(HashedFile file)
    {
        if (file.Error is null)
        {
            _digests += digests.Any(kind => file.DigestText(kind) is null) ? 1 : 0;
            _dihedral += (forms & FormKinds.Dihedral) != 0 && file.Forms?.Dihedral is null ? 1 : 0;
            _regions += options.AgreeingRegions is not null && file.Picture.Regions is null ? 1 : 0;
        }
    }

    /// <summary>A line for each kind of thing that is lacking.</summary>
    internal void Tell(TextWriter warnings)
    {
        if (_digests > 0)
        {
            warnings.WriteLine(
                $"hashmatch: {_digests} hash records lack a digest that a list or this run matches by (make them with 'hash --digests'); those were matched by perceptual hash alone.");
        }

        if (_dihedral > 0)
        {
            warnings.WriteLine(
                $"hashmatch: {_dihedral} hash records lack the eight dihedral hashes (make them with 'hash --dihedral'); those were looked for upright alone.");
        }

        if (_regions > 0)
        {
            warnings.WriteLine(
                $"hashmatch: {_regions} hash records carry no regions (they are found in the files alone); those were matched by perceptual hash alone.");
        }
    }
}
