using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A picture as a pure function of the place: any size can be drawn, rows in parallel.</summary>
interface IScene
{
    /// <summary>The colour at a place.</summary>
    /// <param name="x">0 at the left, the aspect ratio (such as 1.333) at the right.</param>
    /// <param name="y">0 at the top, 1 at the bottom.</param>
    Rgb Shade(double x, double y);
}
