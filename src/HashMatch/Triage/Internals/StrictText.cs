using System.Text;

namespace HashMatch.Triage.Internals;

/// <summary>Text of UTF-8 that must be valid: nothing is put in the place of what is not.</summary>
static class StrictText
{
    static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">It is not valid.</exception>
    internal static string Of(ReadOnlySpan<byte> utf8) => s_encoding.GetString(utf8);
}
