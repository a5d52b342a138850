namespace HashMatch.Evaluation.Pixels;

/// <summary>One colour, 8 bits a channel.</summary>
readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    internal static Rgb Black { get; } = new(0, 0, 0);

    internal static Rgb White { get; } = new(255, 255, 255);

    /// <summary>A strong red, as frames and banners have it.</summary>
    internal static Rgb Coloured { get; } = new(190, 50, 40);

    internal static Rgb Grey(byte value) => new(value, value, value);
}
