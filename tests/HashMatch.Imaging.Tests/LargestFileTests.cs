using System.Runtime.InteropServices;
using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Tests;

/// <summary>Files as long as any that is read: what a walk adds to a place near their end must still fit a number.</summary>
public sealed unsafe class LargestFileTests : IDisposable
{
    static readonly DecodeOptions s_options = DecodeOptions.Default with { MaxBytes = long.MaxValue };

    readonly byte* _file;

    public LargestFileTests()
    {
        try
        {
            // Memory that nobody writes to takes none, only address space.
            _file = (byte*)NativeMemory.AllocZeroed((nuint)Failures.MostBytes + 1);
        }
        catch (OutOfMemoryException)
        {
            Assert.Skip("Needs 2 GiB of address space, which this system does not promise.");
        }
    }

    public void Dispose() => NativeMemory.Free(_file);

    [Fact]
    public void A_segment_of_a_JPEG_that_leaps_over_the_end_is_truncation() =>
        Assert.Equal(ImageErrorCode.Truncated, Read([0xFF, 0xD8, 0xFF], [0xFF, 0xE1, 0xFF, 0xFF, 0]));

    [Fact]
    public void So_is_the_largest_colour_table_of_a_GIF() =>
        Assert.Equal(ImageErrorCode.Truncated, Read([.. "GIF89a"u8, 0, 0, 0, 0, 0, 0, 0], [0x2C, 0, 0, 0, 0, 10, 0, 10, 0, 0x87, 0]));

    [Fact]
    public void A_byte_more_is_too_large_whatever_the_limit()
    {
        "GIF89a"u8.CopyTo(new Span<byte>(_file, 6));
        Assert.False(StructureReader.TryRead(new ReadOnlySpan<byte>(_file, (int)Failures.MostBytes + 1), s_options, out _, out _, out var error));
        Assert.Equal(ImageErrorCode.TooLarge, error.Code);
    }

    ImageErrorCode? Read(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        Span<byte> file = new(_file, (int)Failures.MostBytes);
        head.CopyTo(file);
        tail.CopyTo(file[^tail.Length..]);
        return StructureReader.TryRead(file, s_options, out _, out var structure, out var error) && structure.IsCut ? ImageErrorCode.Truncated : error?.Code;
    }
}
