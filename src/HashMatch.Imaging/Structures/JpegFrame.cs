using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>What the headers met so far add up to.</summary>
ref struct JpegFrame()
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
            // The decoder heeds the first, so a second one could name any size.
            if (!_components.IsEmpty || body.Length < 6 || body.Length < 6 + (3 * body[5]) || body[5] == 0)
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
