using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Plan;

/// <summary>One entry of a hash list: the hash is that of a rendition, not of a file in the folder.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Label">A neutral label.</param>
/// <param name="Draw">Draws the rendition.</param>
sealed record ListedPicture(string Id, string Label, Func<RgbImage> Draw);
