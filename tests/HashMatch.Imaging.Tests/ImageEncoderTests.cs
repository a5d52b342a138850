using HashMatch.Hashers;

namespace HashMatch.Imaging.Tests;

public class ImageEncoderTests
{
    static PixelView Picture => new(Pictures.Rgb(), Pictures.Width, Pictures.Height, PixelLayout.Rgb24);

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void What_is_encoded_can_be_decoded(int quality)
    {
        foreach (var (file, format) in new[] { (ImageEncoder.EncodeJpeg(Picture, quality), ImageFormat.Jpeg), (ImageEncoder.EncodeWebP(Picture, quality), ImageFormat.WebP) })
        {
            Assert.True(ImageDecoder.Default.TryDecode(file, DecodeOptions.Default, out var image, out var error), error?.ToString());
            using (image)
            {
                Assert.Equal((format, Pictures.Width, Pictures.Height), (image.Format, image.Width, image.Height));
                Assert.InRange(Pictures.MeanDifference(Pictures.Rgb(), image.Pixels.Data), 0, quality == 1 ? 40 : 4);
            }
        }
    }

    [Fact]
    public void A_part_of_a_picture_is_encoded_as_its_copy_is()
    {
        var part = Picture.Crop(3, 5, 20, 11);
        PixelView copy = new(Parts.Copy(part), part.Width, part.Height, part.Layout);

        Assert.Equal(ImageEncoder.EncodeJpeg(copy, 90), ImageEncoder.EncodeJpeg(part, 90));
        Assert.Equal(ImageEncoder.EncodeWebP(copy, 90), ImageEncoder.EncodeWebP(part, 90));
    }

    [Fact]
    public void What_no_file_can_hold_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>("quality", () => ImageEncoder.EncodeJpeg(Picture, 0));
        Assert.Throws<ArgumentOutOfRangeException>("quality", () => ImageEncoder.EncodeWebP(Picture, 101));
        Assert.Throws<ArgumentOutOfRangeException>("pixels", () => ImageEncoder.EncodeJpeg(Grey(ImageEncoder.MaxJpegSide + 1, 1), 90));
        Assert.Throws<ArgumentOutOfRangeException>("pixels", () => ImageEncoder.EncodeWebP(Grey(1, ImageEncoder.MaxWebPSide + 1), 90));
        Assert.NotEmpty(ImageEncoder.EncodeJpeg(Grey(ImageEncoder.MaxJpegSide, 1), 90));
        Assert.NotEmpty(ImageEncoder.EncodeWebP(Grey(1, ImageEncoder.MaxWebPSide), 90));
    }

    static PixelView Grey(int width, int height) => new(new byte[width * height], width, height, PixelLayout.Grey8);
}
