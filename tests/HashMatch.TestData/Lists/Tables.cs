using System.Text;
using HashMatch.TestData.Plan;

namespace HashMatch.TestData.Lists;

/// <summary>Writes the tab-separated tables that tests compare against.</summary>
static class Tables
{
    /// <summary>Name, width, height and fingerprint of every drawn picture.</summary>
    public static string Scenes(SceneCatalog scenes)
    {
        var text = new StringBuilder();
        foreach (var name in scenes.Names)
        {
            var picture = scenes[name];
            text.Append($"{name}\t{picture.Width}\t{picture.Height}\t{picture.Fingerprint()}\n");
        }

        return text.ToString();
    }

    /// <summary>Path and verdict for a scan with <c>known.csv</c> and <c>ignore.csv</c>.</summary>
    public static string Verdicts(IEnumerable<PlannedFile> files) => Rows(files, file => file.Verdict);

    /// <summary>Path and verdict for a scan that is given the digest lists as well.</summary>
    public static string VerdictsWithDigests(IEnumerable<PlannedFile> files) =>
        Rows(files, file => file.IsListedByDigest ? Verdict.Known : file.Verdict);

    static string Rows(IEnumerable<PlannedFile> files, Func<PlannedFile, string> verdict)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append($"images/{file.Path}\t{verdict(file)}\n");
        }

        return text.ToString();
    }
}
