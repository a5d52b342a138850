namespace HashMatch.Evaluation.Alterations;

/// <summary>What kind of change, for a summary of similar ones.</summary>
enum AlterationFamily
{
    None,
    SavedAgain,
    Sharpness,
    Tone,
    Turned,
    Tilted,
    Cropped,
    Framed,
    Combined,
}
