using HashMatch.Hashers;

namespace HashMatch.Imaging.Tests;

/// <summary>Parts of pictures, whose rows have gaps between them.</summary>
static class Parts
{
    /// <summary>The same pixels without gaps.</summary>
    internal static byte[] Copy(PixelView part)
    {
        List<byte> rows = [];
        for (var y = 0; y < part.Height; y++)
        {
            rows.AddRange(part.Row(y));
        }

        return [.. rows];
    }
}
