using System.Text;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Files of <c>testdata</c>, and texts as bytes.</summary>
static class SeedFiles
{
    static readonly string s_testData = Find();

    internal static byte[] Read(params ReadOnlySpan<string> path) => File.ReadAllBytes(Path.Join([s_testData, .. path]));

    /// <summary>The files of a folder below <c>testdata</c>, in the order of their names.</summary>
    internal static IEnumerable<byte[]> All(params ReadOnlySpan<string> folder) =>
        Directory.GetFiles(Path.Join([s_testData, .. folder])).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Join(folder.FullName, "testdata")))
            {
                return Path.Join(folder.FullName, "testdata");
            }
        }

        throw new InvalidOperationException("Fuzzing must run from a folder below that of 'testdata'.");
    }
}
