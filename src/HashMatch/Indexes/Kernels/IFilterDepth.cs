namespace HashMatch.Indexes.Kernels;

/// <summary>How much of a code a kernel counts before it rejects. Compiled in, so that a loop holds no branch on it.</summary>
interface IFilterDepth
{
    /// <summary>The 64-bit words counted.</summary>
    static abstract int Words { get; }

    /// <summary>Whether all bits of a byte count, or, where that is cheaper, its low six.</summary>
    static abstract bool WholeBytes { get; }
}

readonly struct OneWordInPart : IFilterDepth
{
    public static int Words => 1;

    public static bool WholeBytes => false;
}

readonly struct OneWord : IFilterDepth
{
    public static int Words => 1;

    public static bool WholeBytes => true;
}

readonly struct TwoWordsInPart : IFilterDepth
{
    public static int Words => 2;

    public static bool WholeBytes => false;
}

readonly struct TwoWords : IFilterDepth
{
    public static int Words => 2;

    public static bool WholeBytes => true;
}

readonly struct FourWordsInPart : IFilterDepth
{
    public static int Words => 4;

    public static bool WholeBytes => false;
}

readonly struct FourWords : IFilterDepth
{
    public static int Words => 4;

    public static bool WholeBytes => true;
}
