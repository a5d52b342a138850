using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Sets of colours that go together, chosen by the scene's own generator.</summary>
static class Palette
{
    static readonly int[][] s_objects =
    [
        [0xC8553D, 0xF28F3B, 0x588B8B, 0xFFD5C2, 0x2D3047],
        [0x3D5A80, 0x98C1D9, 0xE0FBFC, 0xEE6C4D, 0x293241],
        [0x606C38, 0x283618, 0xFEFAE0, 0xDDA15E, 0xBC6C25],
        [0x8E7DBE, 0xF7CFD8, 0xA6D6D6, 0xF4F8D3, 0x57467B],
        [0xD62828, 0xF77F00, 0xFCBF49, 0xEAE2B7, 0x003049],
    ];

    /// <summary>Five colours for objects.</summary>
    public static Rgb[] Objects(ref SplitMix64 random) =>
        [.. s_objects[random.NextIndex(s_objects.Length)].Select(Rgb.FromHex)];
}
