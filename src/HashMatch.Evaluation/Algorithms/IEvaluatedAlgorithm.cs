using HashMatch.Hashers;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>A way to tell whether two pictures show the same: one class each. Thread-safe.</summary>
interface IEvaluatedAlgorithm
{
    /// <summary>As records name it.</summary>
    string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    string Description { get; }

    /// <summary>What distances count, in the plural.</summary>
    string Unit => "bits";

    /// <summary>Whether it runs only where it is asked for by name, since it costs as much as several others.</summary>
    bool IsOnRequest => false;

    /// <summary>The largest distance there is.</summary>
    int MaxDistance { get; }

    /// <summary>The largest radius worth a line in a report.</summary>
    int MaxRadius { get; }

    /// <summary>The radius that is used where nobody gives one.</summary>
    int DefaultRadius { get; }

    /// <summary>What is stored of a picture.</summary>
    PictureFeatures Store(PixelView pixels);

    /// <summary>What a picture is looked up by; the same as what is stored, unless the algorithm looks for more than one form.</summary>
    PictureFeatures Query(PixelView pixels) => Store(pixels);

    /// <summary>How far a picture looked up lies from one stored: 0 to <see cref="MaxDistance"/>, smaller is nearer.</summary>
    int Distance(PictureFeatures query, PictureFeatures stored);
}
