using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Isolation;

/// <summary>Holds a worker's reply against what the file's own structure told before: a worker is believed nothing.</summary>
/// <param name="format">The format found.</param>
/// <param name="structure">What the walk over the file told.</param>
/// <param name="options">The options of the call.</param>
readonly struct ReplyCheck(ImageFormat format, ImageStructure structure, DecodeOptions options)
{
    /// <summary>The format found.</summary>
    internal ImageFormat Format { get; } = format;

    /// <summary>How many pixels the file says to have.</summary>
    internal long PixelCount => structure.Width * structure.Height;

    /// <summary>Whether a reply can be an honest one; without an error there is a picture then.</summary>
    /// <param name="reply">What the worker said.</param>
    /// <param name="room">The bytes it had for pixels.</param>
    /// <param name="error">The failure, if it is one.</param>
    internal bool IsPossible(in WorkerReply reply, long room, out ImageError? error)
    {
        error = null;
        if (reply.Outcome == WorkerReply.Decoded)
        {
            return IsPicture(reply, room);
        }

        error = (ImageErrorCode)reply.Outcome switch
        {
            ImageErrorCode.Corrupt => Failures.Undecodable(Format),
            ImageErrorCode.Truncated => Failures.Truncated(Format),
            ImageErrorCode.UnsupportedFormat => Failures.UnknownSamples(Format),
            ImageErrorCode.TooLarge => Failures.OverMemory(Format),
            ImageErrorCode.TooSmall when IsTooSmall(reply) => Failures.TooSmall(reply.Width, reply.Height),
            ImageErrorCode.Timeout => Failures.Timeout,
            _ => null,
        };
        return error is not null;
    }

    bool IsPicture(in WorkerReply reply, long room)
    {
        if (Math.Min(reply.Width, reply.Height) < DecodeOptions.MinSide || !IsWithin(reply.Width, reply.Height) ||
            reply.PixelSize is not (1 or 3) || (reply.Partial != 0 && !options.Tolerant))
        {
            return false;
        }

        var bytes = (long)reply.Width * reply.Height * reply.PixelSize;
        return bytes <= int.MaxValue && reply.Offset >= 0 && reply.Offset <= room - bytes &&
            ((reply.FullWidth, reply.FullHeight) == (reply.Width, reply.Height) || IsShrunk(reply));
    }

    bool IsShrunk(in WorkerReply reply) =>
        Format == ImageFormat.Jpeg && options.SufficientSide > 0 &&
        Math.Min(reply.Width, reply.Height) >= options.SufficientSide &&
        reply.Width < reply.FullWidth && reply.Height < reply.FullHeight &&
        ((reply.FullWidth, reply.FullHeight) == (structure.Width, structure.Height) ||
            (reply.FullHeight, reply.FullWidth) == (structure.Width, structure.Height));

    bool IsTooSmall(in WorkerReply reply) =>
        Math.Min(reply.Width, reply.Height) is > 0 and < DecodeOptions.MinSide && IsWithin(reply.Width, reply.Height);

    bool IsWithin(int width, int height) =>
        Math.Max(width, height) <= DecodeOptions.MaxSide && (long)width * height <= PixelCount;
}
