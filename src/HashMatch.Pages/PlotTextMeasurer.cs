using OxyPlot;

namespace HashMatch.Pages;

/// <summary>Measures text by the widths of Arial that OxyPlot knows, so that plots are equal on machines with other fonts.</summary>
/// <remarks>OxyPlot answers in points of 1/72 inch for a size that the drawing takes as pixels of 1/96.</remarks>
sealed class PlotTextMeasurer() : PdfRenderContext(0, 0, OxyColors.Undefined)
{
    const double PixelsPerPoint = 96.0 / 72;

    /// <summary>The last character whose width is known; others are taken for wide, so that nothing is cut off.</summary>
    const char LastKnown = '\u00FF';

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var size = base.MeasureText(string.Concat((text ?? "").Select(letter => letter <= LastKnown ? letter : 'W')), fontFamily, fontSize, fontWeight);
        return new OxySize(size.Width * PixelsPerPoint, size.Height * PixelsPerPoint);
    }
}
