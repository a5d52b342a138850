using System.Text;

namespace HashMatch.Imaging.Tests;

public class SignatureTests
{
    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>", "SVG")]
    [InlineData("<?xml version='1.0'?><svg/>", "SVG")]
    [InlineData("<!DOCTYPE html><html></html>", "web page")]
    [InlineData("push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 'label:x'\npop graphic-context", "text")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("8BPS\0\u0001", "Photoshop")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp41", "video")]
    [InlineData("\0\0\u0001\0\u0001\0", "icon")]
    [InlineData("\0\0\0\u000CJXL \r\n", "JPEG XL")]
    [InlineData("BMW is no bitmap, although it begins like one", "text")]
    public void What_is_no_supported_image_is_named(string content, string expected)
    {
        var error = Pictures.Fail(Encoding.Latin1.GetBytes(content));
        Assert.Equal(ImageErrorCode.UnsupportedFormat, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_bytes_are_unsupported()
    {
        Assert.Equal(ImageErrorCode.UnsupportedFormat, Pictures.Fail([.. Enumerable.Range(0, 200).Select(i => (byte)(i * 37))]).Code);
    }

    [Fact]
    public void No_bytes_are_empty()
    {
        Assert.Equal(ImageErrorCode.Empty, Pictures.Fail([]).Code);
    }

    [Fact]
    public void Every_prefix_of_a_signature_fails_with_a_type()
    {
        foreach (var format in new[] { "png", "jpeg", "webp", "gif", "tiff", "bmp", "avif" })
        {
            var file = Pictures.Encode(format);
            for (var length = 1; length < 64; length++)
            {
                Assert.Contains(Pictures.Fail(file[..length]).Code, new[] { ImageErrorCode.UnsupportedFormat, ImageErrorCode.Truncated });
            }
        }
    }

    [Fact]
    public void An_image_with_bytes_before_it_is_no_image()
    {
        Assert.Equal(ImageErrorCode.UnsupportedFormat, Pictures.Fail([.. new byte[16], .. Pictures.Encode("jpeg")]).Code);
    }
}
