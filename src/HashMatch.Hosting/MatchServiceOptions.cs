using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting;

/// <summary>What a <see cref="MatchService"/> is made by. It is read once, when the service is made.</summary>
public sealed class MatchServiceOptions
{
    /// <summary>The recipe of the hashes, one of PDQ. Lists of another one are refused.</summary>
    public HashProfile Profile { get; set; } = HashProfile.Pdq1;

    /// <summary>The altered forms an item is looked for by.</summary>
    public FormKinds Forms { get; set; } = FormKinds.All;

    /// <summary>The bounds of the verdicts.</summary>
    public MatchOptions Bounds { get; set; } = MatchOptions.Default;

    /// <summary>
    /// The limits of one picture. They also bound what is held at once, whatever the number of threads:
    /// <see cref="DecodeOptions.MaxBytes"/> bytes of files, as many of streams, <see cref="DecodeOptions.MaxPixels"/> pixels.
    /// </summary>
    public DecodeOptions Decode { get; set; } = DecodeOptions.Default;

    /// <summary>
    /// Bytes to pixels. For files of strangers take an <see cref="Imaging.Isolation.IsolatedDecoder"/>, with as many workers as
    /// <see cref="Parallelism"/>: a file that crashes a decoder is then a failed result. It is its maker's to dispose, after the
    /// service. What it throws, submitting throws.
    /// </summary>
    public IImageDecoder Decoder { get; set; } = ImageDecoder.Default;

    /// <summary>How many threads of its own the service decodes and hashes on, 1..1024; all cores unless given.</summary>
    public int Parallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// How many submissions, at least 1, <see cref="MatchService.SubmitAll"/> may take before the result that is waited for;
    /// four for each thread unless given. With a catalogue up to twice as many are under way.
    /// </summary>
    public int? MaxAhead { get; set; }

    /// <summary>
    /// The catalogue's file, if what was seen and decided is to be remembered; it is made if it is not there. One writer at
    /// a time may have it open. Catalogues hold no regions: <see cref="MatchOptions.AgreeingRegions"/> must be null. They compare
    /// items with earlier ones: <see cref="MatchOptions.CompareWithinRun"/> must be true.
    /// </summary>
    public string? CatalogPath { get; set; }

    internal CatalogSettings ToCatalogSettings() => new(Profile, Decode.ApplyOrientation, Forms, Bounds);

    /// <summary>What is wrong, one line each; none if nothing is.</summary>
    internal IEnumerable<string> FindErrors()
    {
        if (Profile is not { Kind: HashKind.Pdq })
        {
            yield return $"{nameof(Profile)} must be one of PDQ.";
        }

        if (Bounds is null || Decode is null || Decoder is null)
        {
            yield return $"{nameof(Bounds)}, {nameof(Decode)} and {nameof(Decoder)} must be given.";
        }

        if (Bounds is not null && ErrorOf(Bounds) is { } bound)
        {
            yield return $"{nameof(Bounds)}: {bound}";
        }

        if ((Forms & ~FormKinds.All) != 0)
        {
            yield return $"{nameof(Forms)} has bits without a meaning.";
        }

        if (Parallelism is < 1 or > 1024)
        {
            yield return $"{nameof(Parallelism)} must lie in 1..1024.";
        }

        if (MaxAhead < 1)
        {
            yield return $"{nameof(MaxAhead)} must be at least 1.";
        }

        if (CatalogPath?.Length == 0)
        {
            yield return $"{nameof(CatalogPath)} must name a file, or be null.";
        }

        if (CatalogPath is not null && Bounds?.AgreeingRegions is not null)
        {
            yield return $"{nameof(CatalogPath)} and {nameof(MatchOptions.AgreeingRegions)} do not go together: a catalogue holds no regions.";
        }

        if (CatalogPath is not null && Bounds is { CompareWithinRun: false })
        {
            yield return $"{nameof(CatalogPath)} asks for {nameof(MatchOptions.CompareWithinRun)}: without it nothing would be remembered.";
        }
    }

    static string? ErrorOf(MatchOptions bounds)
    {
        try
        {
            bounds.Validate();
            return null;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            return exception.Message;
        }
    }
}
