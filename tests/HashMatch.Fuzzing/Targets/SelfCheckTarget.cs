using System.Diagnostics;
using System.Text;

namespace HashMatch.Fuzzing.Targets;

/// <summary>A reader with known faults: the harness must find them all.</summary>
/// <param name="mayDie">Whether one of them ends the process.</param>
sealed class SelfCheckTarget(bool mayDie) : FuzzTarget
{
    readonly List<byte[]> _held = [];

    internal override string Name => "self-check";

    internal override IReadOnlyList<byte[]> Seeds { get; } = ["harmless"u8.ToArray()];

    internal override IReadOnlyList<byte[]> Tokens { get; } = ["throw"u8.ToArray(), "allocate"u8.ToArray(), "leak"u8.ToArray(), "die"u8.ToArray()];

    internal override string Run(byte[] input, Random random)
    {
        var text = Encoding.UTF8.GetString(input);
        if (mayDie && text.Contains("die", StringComparison.Ordinal))
        {
            // As a crash in native code would: nothing in this process hears of it.
            Process.GetCurrentProcess().Kill();
        }

        if (text.Contains("throw", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(text);
        }

        if (text.Contains("allocate", StringComparison.Ordinal))
        {
            _held.Add(new byte[100 << 20]);
            _held.Clear();
        }

        Law.RequireSpeakable(text.Contains("leak", StringComparison.Ordinal) ? new string('a', 16) : "Nothing.");
        return "read";
    }
}
