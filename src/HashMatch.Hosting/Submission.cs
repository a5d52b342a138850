using System.Collections.ObjectModel;
using HashMatch.Hashers;
using HashMatch.Hosting.Contents;

namespace HashMatch.Hosting;

/// <summary>One item to be decided: what it holds and what the caller calls it.</summary>
/// <remarks>
/// <para>Immutable; safe from any thread, and so is submitting it, once. Memory and streams stay the caller's: leave them
/// alone until the result is there or the call has ended otherwise.</para>
/// <para>Add <see cref="Metadata"/> with <c>with</c>.</para>
/// </remarks>
public sealed record Submission
{
    Submission(string id, SubmittedContent content)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Content = content;
    }

    /// <summary>
    /// The name it is known by: a path, a key. Later repeats name it. With a catalogue it is the one name of the place the
    /// item lies at: the same bytes under the same id again are the same item.
    /// </summary>
    public string Id { get; }

    /// <summary>Whatever the caller wants handed back with the result; nothing here looks at it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    internal SubmittedContent Content { get; }

    /// <summary>A file, read when its turn comes. Its path is the id.</summary>
    /// <param name="path">The file.</param>
    public static Submission OfFile(string path) => new(path, new FileContent(path));

    /// <summary>A stream, read from where it stands to its end when its turn comes, and left open.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="stream">Any readable stream.</param>
    /// <param name="mostBytes"><inheritdoc cref="OfStream(string, Func{CancellationToken, ValueTask{Stream}}, long?)" path="/param[@name='mostBytes']"/></param>
    public static Submission OfStream(string id, Stream stream, long? mostBytes = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(id, new StreamedContent(_ => ValueTask.FromResult(stream), leaveOpen: true, Checked(mostBytes)));
    }

    /// <summary>A stream that is opened when its turn comes, read to its end and closed.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="open">
    /// Gives the stream. What the system, the network or a time limit has against it is <see cref="Imaging.ImageErrorCode.Io"/>
    /// or a closer code; other exceptions are the submitter's.
    /// </param>
    /// <param name="mostBytes">
    /// The most bytes it may have, if that is less than <see cref="Imaging.DecodeOptions.MaxBytes"/>. One that does not know
    /// its length counts as so many of those that may be held at once, so that without a bound only one such stream is read
    /// at a time.
    /// </param>
    public static Submission OfStream(string id, Func<CancellationToken, ValueTask<Stream>> open, long? mostBytes = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(id, new StreamedContent(open, leaveOpen: false, Checked(mostBytes)));
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="bytes">The whole file.</param>
    public static Submission OfBytes(string id, ReadOnlyMemory<byte> bytes) => new(id, new BytesContent(bytes));

    /// <summary>Decoded pixels.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="pixels">Rows top to bottom without padding, turned upright, no alpha.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="layout">Bytes of one pixel.</param>
    /// <param name="file">What the pixels are of, for exact matches; a catalogue asks for it.</param>
    /// <exception cref="ArgumentException">The sides or the layout do not go with the memory.</exception>
    public static Submission OfPixels(string id, ReadOnlyMemory<byte> pixels, int width, int height, PixelLayout layout, FileIdentity? file = null)
    {
        _ = new PixelView(pixels.Span, width, height, layout);
        return new(id, new PixelsContent(pixels, width, height, layout, file));
    }

    /// <summary>Luma. Its borders are not looked for, nor its regions.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="luma">Rows top to bottom without padding, values 0..255.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="file">What the luma is of, for exact matches; a catalogue asks for it.</param>
    /// <exception cref="ArgumentException">The sides do not go with the memory.</exception>
    public static Submission OfLuma(string id, ReadOnlyMemory<float> luma, int width, int height, FileIdentity? file = null)
    {
        _ = new LumaPlane(luma.Span, width, height);
        return new(id, new LumaContent(luma, width, height, file));
    }

    /// <summary>Hashes that were made elsewhere.</summary>
    /// <param name="id">The name it is known by.</param>
    /// <param name="forms">All it is to be looked for by.</param>
    /// <param name="profile">How they were made: the service's own profile, or it refuses them.</param>
    /// <param name="file">What they were made of, for exact matches; a catalogue asks for it.</param>
    public static Submission OfForms(string id, HashForms forms, HashProfile profile, FileIdentity? file = null)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(profile);
        return new(id, new FormsContent(forms, profile, file));
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    static long? Checked(long? mostBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostBytes ?? 0, nameof(mostBytes));
        return mostBytes;
    }
}
