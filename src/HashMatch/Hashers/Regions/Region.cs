using HashMatch.Hashes;

namespace HashMatch.Hashers.Regions;

/// <summary>A square of a picture that is found again where the picture is cropped, reduced or set inside another.</summary>
/// <param name="Hash">PDQ's bits of the square alone.</param>
/// <param name="X">Its centre, pixels from the picture's left edge.</param>
/// <param name="Y">Its centre, pixels from the picture's top edge.</param>
/// <param name="Side">The length of its side in pixels, above 0.</param>
public readonly record struct Region(Hash256 Hash, float X, float Y, float Side);
