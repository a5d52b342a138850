namespace HashMatch.Tests.Architecture;

/// <summary>One concept a file: what grows past the limit is two, or has a reason that stands here.</summary>
public class FileLengthTests
{
    const int MostLines = 200;

    /// <summary>Files below src that may be longer, up to so many lines, and why.</summary>
    static readonly Dictionary<string, (int Most, string Reason)> s_longer = new()
    {
        ["HashMatch.Catalog/CatalogWriter.cs"] = (220, "the one door to a catalogue that is written, each call documented"),
        ["HashMatch.Hosting/MatchService.cs"] = (220, "the one door to a service, a third of it documentation"),
        ["HashMatch/Distance/Kernels/LaneKernel.Planes.cs"] = (220, "one loop and what is inlined into it"),
        ["HashMatch/Distance/PlaneStore.cs"] = (250, "writing and reading one layout, which must agree"),
        ["HashMatch/Hashers/PdqHasher.cs"] = (280, "one public type of many overloads, a third of it documentation"),
        ["HashMatch/Hashers/Transforms/LumaInput.cs"] = (250, "one formula for each layout of pixels"),
        ["HashMatch/Indexes/HashIndex.cs"] = (270, "one public type whose locking must be read together, a third of it documentation"),
    };

    [Fact]
    public void No_file_is_longer_than_one_concept_takes()
    {
        var src = RepositoryFiles.Path("src");
        Assert.All(s_longer.Keys, file => Assert.True(File.Exists(Path.Join(src, file)), $"{file} is gone: take it from the list."));
        foreach (var file in RepositoryFiles.Sources(src, "*.cs"))
        {
            var name = Path.GetRelativePath(src, file).Replace('\\', '/');
            var most = s_longer.TryGetValue(name, out var longer) ? longer.Most : MostLines;
            var lines = File.ReadLines(file).Count();
            Assert.True(lines <= most, $"{name} has {lines} lines, more than {most}: divide it by its concepts.");
            Assert.True(most == MostLines || lines > MostLines, $"{name} has {lines} lines: it needs no place in the list.");
        }
    }
}
