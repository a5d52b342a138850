using System.Globalization;
using HashMatch.Cli.Files;
using HashMatch.Matching;

namespace HashMatch.Cli.Output;

/// <summary>Counts a run for the last line on standard error and for the exit code.</summary>
sealed class Summary(TimeProvider clock)
{
    readonly long _start = clock.GetTimestamp();
    readonly int[] _verdicts = new int[Enum.GetValues<Verdict>().Length];
    int _inputs;
    int _failed;

    internal void Count(HashedFile file)
    {
        _inputs++;
        _failed += file.Error is null ? 0 : 1;
    }

    internal void Count(HashedFile file, Verdict verdict)
    {
        Count(file);
        _verdicts[(int)verdict]++;
    }

    /// <summary>The code of a run that came to its end.</summary>
    internal int ExitCodeOf(bool failOnMatch) =>
        failOnMatch && _verdicts[(int)Verdict.Known] > 0 ? ExitCode.KnownFound : _failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;

    /// <summary>One line: how many of what, how fast.</summary>
    internal string Describe(long pixels)
    {
        var seconds = Math.Max(clock.GetElapsedTime(_start).TotalSeconds, 0.001);
        var counts = _verdicts.Any(count => count > 0)
            ? string.Join(", ", Enum.GetValues<Verdict>().Where(verdict => _verdicts[(int)verdict] > 0)
                .Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{_verdicts[(int)verdict]} {WireNames.Of(verdict)}")))
            : string.Create(CultureInfo.InvariantCulture, $"{_failed} failed");
        return string.Create(CultureInfo.InvariantCulture,
            $"{_inputs} images: {counts}. {seconds:0.0} s, {_inputs / seconds:0.0} images/s, {pixels / 1e6 / seconds:0.0} megapixels/s.");
    }
}
