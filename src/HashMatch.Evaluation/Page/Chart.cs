namespace HashMatch.Evaluation.Page;

/// <summary>A plot of lines or areas over one axis.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Alternative">What it shows, for those who do not see it.</param>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Series">The lines, in the order of the legend.</param>
/// <param name="Markers">Upright lines with a text at the top.</param>
/// <param name="IsFilled">Whether the space below the lines is tinted.</param>
sealed record Chart(string Title, string Alternative, ChartAxis X, ChartAxis Y, IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<(double X, string Text)> Markers, bool IsFilled = false);
