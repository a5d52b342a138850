using HashMatch.Storage;

namespace HashMatch.Tests.Storage;

public sealed class FilePlaceTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_link_leads_to_is_the_place_whether_anything_is_there_or_not()
    {
        var (file, link) = (Path.Join(_folder, "file"), Path.Join(_folder, "link"));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a permission there.");
        File.CreateSymbolicLink(link, file);

        Assert.Equal((file, file), (FilePlace.Find(file).FullName, FilePlace.Find(link).FullName));
        File.WriteAllText(file, "");
        Assert.Equal((file, file), (FilePlace.Find(file).FullName, FilePlace.Find(link).FullName));
    }

    [Fact]
    public async Task A_folder_a_device_and_a_pipe_are_no_places_by_a_link_either()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Their kind is known on Linux.");
        var (pipe, link) = (Path.Join(_folder, "pipe"), Path.Join(_folder, "link"));
        await NamedPipe.MakeAsync(pipe);
        File.CreateSymbolicLink(link, pipe);

        Assert.All([_folder, "/dev/null", pipe, link],
            path => Assert.Equal($"'{path}' is no ordinary file.", Assert.Throws<IOException>(() => FilePlace.Find(path)).Message));
        Assert.Throws<IOException>(() => new SnapshotWriter(pipe, 1));
        Assert.Equal([link, pipe], Directory.GetFiles(_folder).Order(StringComparer.Ordinal));
    }
}
