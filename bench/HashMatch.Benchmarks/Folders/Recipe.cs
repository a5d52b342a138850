using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>A profile as it is measured: its hasher and the decoding that suffices for it.</summary>
sealed record Recipe(PdqHasher Hasher, DecodeOptions Decode)
{
    internal HashProfile Profile => Hasher.Profile;

    internal static Recipe Of(HashProfile profile) =>
        new(new PdqHasher(profile), DecodeOptions.Default with { SufficientSide = profile.SufficientSide });
}
