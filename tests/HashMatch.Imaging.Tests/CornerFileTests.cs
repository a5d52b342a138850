namespace HashMatch.Imaging.Tests;

/// <summary>Malformed, odd and hostile files that a clone of the repository does not carry: a folder beside it may.</summary>
public class CornerFileTests
{
    [Fact]
    public void Every_corner_file_ends_in_a_picture_or_a_typed_failure()
    {
        var files = Directory.GetFiles(RepositoryFiles.SharedPath("corner"), "*", SearchOption.AllDirectories);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
        {
            foreach (var options in new[] { DecodeOptions.Default, DecodeOptions.Default with { Tolerant = true } })
            {
                if (!ImageFile.TryRead(file, options, out var bytes, out var error))
                {
                    Pictures.AssertSpeaksToAPerson(error);
                    continue;
                }

                using (bytes)
                {
                    if (ImageDecoder.Default.TryDecode(bytes.Memory, options, out var image, out error))
                    {
                        image.Dispose();
                    }
                    else
                    {
                        Pictures.AssertSpeaksToAPerson(error);
                    }
                }
            }
        });
    }
}
