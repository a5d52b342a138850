namespace HashMatch.Evaluation.Page;

/// <summary>One line of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Style">0 to 7: its colour and dashes, which the style sheet says.</param>
/// <param name="Points">From left to right.</param>
sealed record ChartSeries(string Name, int Style, IReadOnlyList<(double X, double Y)> Points);
