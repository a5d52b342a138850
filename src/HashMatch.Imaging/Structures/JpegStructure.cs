using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a JPEG's markers: size, orientation, whether the end is there, and how often its blocks are visited.</summary>
/// <remarks>
/// A few bytes buy a whole pass over all blocks in a progressive JPEG, and the native decoder cannot be interrupted while
/// it makes them, so the passes are counted here first.
/// </remarks>
static class JpegStructure
{
    // Encoders make about ten; one scan for every bit of every coefficient is no picture but a trap.
    const int MaxScans = 500;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        error = null;
        structure = default;
        var frame = new Frame();
        var at = 2;
        var sawEnd = false;
        var used = bytes.Length;
        while (TryNextMarker(bytes, ref at, out var marker))
        {
            if (marker == 0xD9)
            {
                sawEnd = true;
                used = at - 2;
                break;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (at + 2 > bytes.Length)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2)
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "a segment of impossible length");
                return false;
            }

            if (at + length > bytes.Length)
            {
                frame.IsCutInSegment = true;
                break;
            }

            var body = bytes.Slice(at + 2, length - 2);
            at += length;
            if (!frame.TryTake(marker, body))
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "a malformed frame or scan header");
                return false;
            }

            if (frame.IsUnusual)
            {
                error = Failures.Unsupported("a JPEG of an unusual kind (hierarchical, or not of 8 bits)");
                return false;
            }

            if (marker == 0xDA)
            {
                SkipEntropyCoded(bytes, ref at);
            }
        }

        if (frame.Width == 0 || frame.Height == 0)
        {
            if (sawEnd || frame.Precision != 0)
            {
                error = Failures.Corrupt(ImageFormat.Jpeg, "it has no picture size");
            }

            return false;
        }

        structure = new ImageStructure(frame.Width, frame.Height)
        {
            Orientation = frame.Orientation,
            IsCut = !sawEnd && (frame.Scans == 0 || frame.IsCutInSegment || !frame.IsRefined),
            LacksTrailer = !sawEnd,
            UsedLength = used,
            // The decoder needs twice the bytes for coefficients when a picture comes in several scans.
            BytesPerPixel = 4,
            Work = frame.Visits * frame.Width * frame.Height,
            Excess = frame.Scans > MaxScans ? "The JPEG is cut into more scans than any encoder makes" : null,
        };
        return true;
    }

    // Bytes before a marker that are none are skipped, as every decoder does.
    static bool TryNextMarker(ReadOnlySpan<byte> bytes, ref int at, out byte marker)
    {
        marker = 0;
        while (at < bytes.Length)
        {
            var skip = bytes[at..].IndexOf((byte)0xFF);
            if (skip < 0)
            {
                at = bytes.Length;
                return false;
            }

            at += skip;
            while (at < bytes.Length && bytes[at] == 0xFF)
            {
                at++;
            }

            if (at < bytes.Length && bytes[at] != 0)
            {
                marker = bytes[at++];
                return true;
            }
        }

        return false;
    }

    static void SkipEntropyCoded(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            var skip = bytes[at..].IndexOf((byte)0xFF);
            if (skip < 0 || at + skip + 1 >= bytes.Length)
            {
                at = bytes.Length;
                return;
            }

            at += skip;
            var next = bytes[at + 1];
            if (next is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return;
            }

            at += next == 0xFF ? 1 : 2;
        }
    }

    /// <summary>What the headers met so far add up to.</summary>
    ref struct Frame()
    {
        // For each component and coefficient: bits still to come plus one, 0 where no scan has reached it yet.
        readonly byte[] _missingBits = new byte[4 * 64];
        ReadOnlySpan<byte> _components;
        bool _isProgressive;

        public int Width;
        public int Height;
        public int Precision;
        public int Scans;
        public long Visits;
        public int Orientation = 1;
        public bool IsCutInSegment;
        public bool IsUnusual;

        /// <summary>Whether the scans met so far carry every coefficient in full.</summary>
        public readonly bool IsRefined
        {
            get
            {
                var count = Math.Min(_components.Length / 3, 4);
                return count > 0 && !_missingBits.AsSpan(0, 64 * count).ContainsAnyExcept((byte)1);
            }
        }

        public bool TryTake(byte marker, ReadOnlySpan<byte> body)
        {
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (body.Length < 6 || body.Length < 6 + (3 * body[5]) || body[5] == 0)
                {
                    return false;
                }

                Precision = body[0];
                Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
                _components = body.Slice(6, 3 * body[5]);
                _isProgressive = marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
                IsUnusual = Precision != 8 || marker is (>= 0xC5 and <= 0xC7) or (>= 0xCD and <= 0xCF);
                return true;
            }

            if (marker == 0xE1 && body.StartsWith("Exif\0"u8) && Orientation == 1)
            {
                Orientation = ExifOrientation.Read(body);
            }

            return marker != 0xDA || TryTakeScan(body);
        }

        bool TryTakeScan(ReadOnlySpan<byte> body)
        {
            if (body.IsEmpty || body[0] is 0 or > 4 || body.Length < 4 + (2 * body[0]) || _components.IsEmpty)
            {
                return false;
            }

            Scans++;
            Visits += body[0];
            var parameters = body[(1 + (2 * body[0]))..];
            var (first, last) = _isProgressive ? (parameters[0], Math.Min((int)parameters[1], 63)) : (0, 63);
            var missing = (byte)((_isProgressive ? parameters[2] & 15 : 0) + 1);
            for (var i = 0; i < body[0]; i++)
            {
                for (var c = 0; c < Math.Min(_components.Length / 3, 4); c++)
                {
                    if (_components[3 * c] == body[1 + (2 * i)] && first <= last)
                    {
                        _missingBits.AsSpan((64 * c) + first, last - first + 1).Fill(missing);
                    }
                }
            }

            return true;
        }
    }
}
