using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Tests;

/// <summary>Files of eight bytes, which picture and which file of it: quick to decode, and a test sees how many are at once.</summary>
sealed class FakeDecoder : IImageDecoder
{
    const int Side = 64;
    static readonly ConcurrentDictionary<int, byte[]> s_pixels = [];

    int _now;
    int _most;
    int _count;

    /// <summary>Called while decoding, with the number of the picture.</summary>
    internal Action<int> OnDecode { get; init; } = _ => { };

    /// <summary>Decodes so far.</summary>
    internal int Count => _count;

    /// <summary>The most decodes at once.</summary>
    internal int Most => _most;

    /// <summary>The file of a picture; those of a negative number cannot be read.</summary>
    internal static byte[] File(int picture, int file) => [.. BitConverter.GetBytes(picture), .. BitConverter.GetBytes(file)];

    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header, [NotNullWhen(false)] out ImageError? error)
    {
        header = new ImageHeader(ImageFormat.Png, Side, Side);
        error = BitConverter.ToInt32(bytes.Span) < 0 ? new ImageError(ImageErrorCode.Corrupt, "It is broken.") : null;
        return error is null;
    }

    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image, [NotNullWhen(false)] out ImageError? error)
    {
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        Interlocked.Increment(ref _count);
        var picture = BitConverter.ToInt32(bytes.Span);
        OnDecode(picture);
        image = new DecodedImage(new Owner(s_pixels.GetOrAdd(picture, Draw)), Side, Side, PixelLayout.Grey8, ImageFormat.Png);
        error = null;
        Interlocked.Decrement(ref _now);
        return true;
    }

    static byte[] Draw(int picture)
    {
        Random random = new(picture);
        var blobs = Enumerable.Range(0, 24).Select(_ => (X: random.NextDouble() * Side, Y: random.NextDouble() * Side, Strength: random.Next(-90, 90))).ToArray();
        var pixels = new byte[Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var value = 128.0;
            foreach (var (x, y, strength) in blobs)
            {
                var (dx, dy) = ((i % Side) - x, (i / Side) - y);
                value += strength / (1 + (0.015 * ((dx * dx) + (dy * dy))));
            }

            pixels[i] = (byte)Math.Clamp(value, 0, 255);
        }

        return pixels;
    }

    sealed class Owner(byte[] pixels) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => pixels;

        public void Dispose()
        {
        }
    }
}
