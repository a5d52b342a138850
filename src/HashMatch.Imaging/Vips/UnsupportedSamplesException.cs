namespace HashMatch.Imaging.Vips;

/// <summary>Thrown and caught within the decoder for samples that no rule brings to 8 bits.</summary>
sealed class UnsupportedSamplesException : Exception
{
}
