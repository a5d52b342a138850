using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Cli.Inputs;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Pipeline;

/// <summary>Reads the files that reports' items name, in parallel.</summary>
/// <remarks>A report is another party's text: a path in it that leads out of its folder, by a link too, is not followed.</remarks>
/// <param name="root">The folder that paths are relative to and must stay within.</param>
/// <param name="hasher">Hashes one file.</param>
/// <param name="threads">How many threads read.</param>
sealed class ItemFiles(string root, FileHasher hasher, int threads)
{
    readonly string _root = Path.TrimEndingDirectorySeparator(new RealPaths().OfFolder(root)) + Path.DirectorySeparatorChar;

    /// <summary>What came of the files of some reports, in their order; null for an item that names no file.</summary>
    internal async Task<IReadOnlyList<ItemReading?[]>> ReadAsync(IReadOnlyList<Report> reports, CancellationToken cancellation)
    {
        List<ItemReading?[]> readings = [.. reports.Select(report => new ItemReading?[report.Items.Count])];
        List<(int Report, int Item, string Path)> named = [];
        for (var report = 0; report < reports.Count; report++)
        {
            for (var item = 0; item < reports[report].Items.Count; item++)
            {
                if (reports[report].Items[item].Path is { } path)
                {
                    named.Add((report, item, path));
                }
            }
        }

        if (named.Count > 0)
        {
            await foreach (var (report, item, reading) in OrderedPipeline.Run(named, threads, place => (place.Report, place.Item, Read(place.Path)), cancellation))
            {
                readings[report][item] = reading;
            }
        }

        return readings;
    }

    ItemReading Read(string path)
    {
        if (Resolve(path) is not { } file)
        {
            return new ItemReading(path) { ErrorCode = WireNames.Of(ImageErrorCode.AccessDenied), ErrorMessage = "the path leads out of the folder of the reports" };
        }

        var stamp = FileStamp.Of(file, TimeProvider.System);
        var hashed = hasher.Hash(file);
        return hashed.Error is { } error
            ? new ItemReading(file) { ErrorCode = WireNames.Of(error.Code), ErrorMessage = error.Message }
            : new ItemReading(file) { Stamp = stamp, Content = hashed.Picture.ToContent(isClaimed: false) };
    }

    /// <summary>The one name of a file within the folder; null for a path that leads out of it.</summary>
    string? Resolve(string path)
    {
        if (path.Contains('\0'))
        {
            return null;
        }

        // A cache of folders is not for several threads: each file has its own.
        RealPaths places = new();
        var place = places.OfFile(Path.Combine(root, path));
        try
        {
            var target = File.ResolveLinkTarget(place, returnFinalTarget: true) is { } link ? places.OfFile(link.FullName) : place;
            return IsWithin(place) && IsWithin(target) ? place : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is not there, or is a link in circles: reading it says so.
            return IsWithin(place) ? place : null;
        }
    }

    bool IsWithin(string place) => place.StartsWith(_root, StringComparison.Ordinal);
}
