namespace HashMatch.Evaluation.Alterations;

/// <summary>The words for families: one for records, which is never renamed, and one for people.</summary>
static class FamilyNames
{
    /// <summary>The families with altered copies, in the order of reports.</summary>
    internal static IReadOnlyList<AlterationFamily> Altered { get; } =
        [.. Enum.GetValues<AlterationFamily>().Where(family => family != AlterationFamily.None)];

    internal static string Wire(AlterationFamily family) => family switch
    {
        AlterationFamily.None => "none",
        AlterationFamily.SavedAgain => "saved-again",
        AlterationFamily.Sharpness => "sharpness",
        AlterationFamily.Tone => "tone",
        AlterationFamily.Turned => "turned",
        AlterationFamily.Tilted => "tilted",
        AlterationFamily.Cropped => "cropped",
        AlterationFamily.Framed => "framed",
        AlterationFamily.Combined => "combined",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
    };

    internal static string Title(AlterationFamily family) => family switch
    {
        AlterationFamily.None => "Unchanged",
        AlterationFamily.SavedAgain => "Saved again, resized",
        AlterationFamily.Sharpness => "Blurred, sharpened, noisy",
        AlterationFamily.Tone => "Brightness and colour",
        AlterationFamily.Turned => "Turned or mirrored",
        AlterationFamily.Tilted => "Tilted by some degrees",
        AlterationFamily.Cropped => "Cropped",
        AlterationFamily.Framed => "Framed, captioned, marked",
        AlterationFamily.Combined => "Three changes together",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
    };
}
