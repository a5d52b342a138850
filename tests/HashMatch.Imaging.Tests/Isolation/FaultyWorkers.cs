using System.Text;
using HashMatch.FaultyWorker;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

/// <summary>Decoders whose workers fail as files ask them to, and such files.</summary>
static class FaultyWorkers
{
    internal static IsolatedDecoder Start(Func<IsolationOptions, IsolationOptions>? change = null)
    {
        Assert.SkipUnless(IsolatedDecoder.IsSupported, "Decoding in worker processes needs Linux.");
        return new IsolatedDecoder(change is null ? WorkerHost.Options : change(WorkerHost.Options));
    }

    /// <summary>A picture like all others, but for a comment.</summary>
    internal static byte[] JpegWith(string fault)
    {
        var jpeg = Pictures.Encode("jpeg");
        var comment = Encoding.ASCII.GetBytes($"{FaultyDecoder.Mark}{fault};");
        return [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. jpeg[2..]];
    }

    internal static ImageError Fail(IsolatedDecoder decoder, byte[] file, DecodeOptions? options = null)
    {
        var isDecoded = decoder.TryDecode(file, options ?? DecodeOptions.Default, out var image, out var error);
        image?.Dispose();
        Assert.False(isDecoded, "Decoded what should fail.");
        Pictures.AssertSpeaksToAPerson(error!);
        return error!;
    }

    /// <summary>Decodes an honest file and holds it against what this process makes of it.</summary>
    internal static void AssertWorks(IsolatedDecoder decoder)
    {
        var file = Pictures.Encode("jpeg");
        Assert.True(decoder.TryDecode(file, DecodeOptions.Default, out var image, out var error), error?.ToString());
        using (image)
        {
            Assert.Equal(Pictures.Decode(file).Pixels, image.Pixels.Data.ToArray());
        }
    }
}
