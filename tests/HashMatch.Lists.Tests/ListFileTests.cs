namespace HashMatch.Lists.Tests;

public class ListFileTests
{
    [Fact]
    public async Task A_pipe_is_refused_and_not_replaced_by_a_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs mkfifo.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "pipe");
            await NamedPipe.MakeAsync(path);

            Assert.Throws<IOException>(() => ListFile.Replace<int>(path, _ => throw new InvalidOperationException()));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
