using HashMatch.Catalog.Triage;
using HashMatch.Imaging;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>Pictures of a report's items for the page, small and altered, from files that are still there. Nothing of them is kept.</summary>
/// <param name="reports">Says where the files lie.</param>
/// <param name="isGrey">Whether they are made grey; blurred otherwise.</param>
sealed class ItemThumbnails(CatalogReports reports, bool isGrey)
{
    /// <summary>Pictures of one report: enough to tell what it is about.</summary>
    const int Most = 4;

    readonly PictureReader _reader = new(ImageDecoder.Default, DecodeOptions.Default with { SufficientSide = Thumbnail.Side });

    /// <summary>The first pictures of a report that can still be read, each by its name and as a <c>data:</c> address.</summary>
    internal IEnumerable<(string Name, string Address)> Of(Report report)
    {
        var files = reports.ReadFiles(report);
        var shown = 0;
        for (var i = 0; i < files.Count && shown < Most; i++)
        {
            string? address = null;
            if (files[i] is { } file && _reader.Read(file, image => address = AddressOf(image)) is null && address is not null)
            {
                shown++;
                yield return ($"item {i + 1}", address);
            }
        }
    }

    string AddressOf(DecodedImage image)
    {
        var thumbnail = Thumbnail.Of(image.Pixels);
        return "data:image/png;base64," + Convert.ToBase64String(PngBytes.Of(isGrey ? thumbnail.ToGrey() : thumbnail.Blur()));
    }
}
