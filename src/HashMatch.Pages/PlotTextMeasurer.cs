using OxyPlot;

namespace HashMatch.Pages;

/// <summary>Measures text by the widths of Arial that OxyPlot knows, so that plots are equal on machines with other fonts.</summary>
/// <remarks>OxyPlot answers in points of 1/72 inch for a size that the drawing takes as pixels of 1/96.</remarks>
sealed class PlotTextMeasurer() : PdfRenderContext(0, 0, OxyColors.Undefined)
{
    const double PixelsPerPoint = 96.0 / 72;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(size.Width * PixelsPerPoint, size.Height * PixelsPerPoint);
    }
}
