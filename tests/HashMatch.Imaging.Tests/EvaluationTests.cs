namespace HashMatch.Imaging.Tests;

/// <summary>The decoder on files nobody here made.</summary>
public class EvaluationTests
{
    [Fact]
    public void Every_corner_file_decodes_or_fails_with_a_code()
    {
        var files = Directory.GetFiles(RepositoryFiles.SharedPath("corner"), "*", SearchOption.AllDirectories);
        var decoded = 0;
        foreach (var file in files)
        {
            if (!ImageFile.TryRead(file, DecodeOptions.Default, out var content, out var error))
            {
                Assert.NotEmpty(error.Message);
                continue;
            }

            using (content)
            {
                if (ImageDecoder.Default.TryDecode(content.Memory, DecodeOptions.Default, out var image, out error))
                {
                    decoded++;
                    image.Dispose();
                }
                else
                {
                    Assert.NotEmpty(error.Message);
                }
            }
        }

        Assert.Equal(619, files.Length);
        Assert.InRange(decoded, 380, 450);
    }

    [Fact]
    public void Every_evaluation_picture_decodes()
    {
        foreach (var file in Directory.GetFiles(RepositoryFiles.SharedPath("images"), "*", SearchOption.AllDirectories))
        {
            Assert.True(ImageFile.TryRead(file, DecodeOptions.Default, out var content, out _));
            using (content)
            {
                Assert.True(ImageDecoder.Default.TryDecode(content.Memory, DecodeOptions.Default, out var image, out var error), $"{file}: {error}");
                image.Dispose();
            }
        }
    }
}
