using System.IO.Hashing;
using System.Text;

namespace HashMatch.Triage.Internals;

/// <summary>Short texts that were met before: the names of systems and places stand in every report. One thread's own.</summary>
sealed class TextPool
{
    const int Slots = 1 << 10;
    const int Longest = 48;

    [ThreadStatic]
    static TextPool? s_ofThread;

    readonly string?[] _texts = new string?[Slots];

    internal static TextPool OfThread => s_ofThread ??= new TextPool();

    /// <summary>The text of some UTF-8 without escapes.</summary>
    /// <exception cref="ArgumentException">It is not valid UTF-8.</exception>
    internal string TextOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return StrictText.Of(utf8);
        }

        ref var text = ref _texts[XxHash3.HashToUInt64(utf8) % Slots];
        // Texts beyond ASCII are equal to none here.
        return text is not null && Ascii.Equals(utf8, text) ? text : text = StrictText.Of(utf8);
    }
}
