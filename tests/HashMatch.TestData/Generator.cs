using System.Text;
using HashMatch.TestData.Lists;
using HashMatch.TestData.Plan;

namespace HashMatch.TestData;

/// <summary>Writes the whole of <c>testdata</c> but its README: images, lists, tables. The same on every run.</summary>
static class Generator
{
    /// <summary>Writes everything below <paramref name="root"/>; files that are there are replaced.</summary>
    public static void Write(string root)
    {
        // The AVIF encoder cuts its work by the number of threads, and the bytes show it.
        NetVips.NetVips.Concurrency = 1;
        var scenes = new SceneCatalog();
        var images = new ImagePlan(scenes);
        var lists = new ListPlan(scenes);
        foreach (var file in images.Files)
        {
            Save(root, $"images/{file.Path}", file.Encode());
        }

        var byDigest = images.Files.Where(file => file.IsListedByDigest).ToList();
        Save(root, "lists/known.csv", ListWriter.Csv(lists.Known));
        Save(root, "lists/known.jsonl", ListWriter.JsonLines(lists.Known, byDigest));
        Save(root, "lists/known-md5.txt", ListWriter.Md5Sums(lists.Known, byDigest));
        Save(root, "lists/ignore.csv", ListWriter.Csv(lists.Ignored));
        Save(root, "golden/scenes.tsv", Tables.Scenes(scenes));
        Save(root, "expected-verdicts.tsv", Tables.Verdicts(images.Files));
        Save(root, "expected-verdicts-all-lists.tsv", Tables.VerdictsWithDigests(images.Files));
    }

    static void Save(string root, string path, string text) => Save(root, path, Encoding.UTF8.GetBytes(text));

    static void Save(string root, string path, byte[] bytes)
    {
        var target = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
