using System.Globalization;
using System.Text;
using HashMatch.Cli.Pipeline;
using HashMatch.Matching;

namespace HashMatch.Cli.Output;

/// <summary>Lines for a person: the verdict first, then the path, then why.</summary>
sealed class TextRecordWriter(Stream output, TimeProvider? clock) : RecordWriter(output, clock)
{
    internal override void Write(HashedFile file) => WriteLine(
        file.Pdq is { } pdq
            ? string.Create(CultureInfo.InvariantCulture, $"{pdq.Hash}  {pdq.Quality,3}  {Printable(file.Path)}")
            : $"{"failed",-69}  {Printable(file.Path)}  {Explain(file)}");

    internal override void Write(VerdictRecord record)
    {
        var (file, decision) = record;
        var why = decision.Verdict switch
        {
            Verdict.Known or Verdict.Suppressed => Explain(decision.Matches),
            Verdict.Repeat => Explain(decision.FirstGeneration!, decision.Basis == MatchBasis.Exact ? "same bytes as" : null),
            Verdict.Uncertain => Explain(decision, file.Pdq!.Value.Quality),
            Verdict.Failed => Explain(file),
            _ => "",
        };
        WriteLine($"{WireNames.Of(decision.Verdict),-16}  {Printable(file.Path)}{(why.Length > 0 ? "  " : "")}{why}");
    }

    internal override void Write(ComparisonRecord record)
    {
        WriteLine($"{WireNames.Of(record.Decision.Verdict)}  {record.Why}");
        foreach (var file in (ReadOnlySpan<HashedFile>)[record.A, record.B])
        {
            Write(file);
        }
    }

    static string Explain(Decision decision, int quality)
    {
        if (decision.Reason == UncertainReason.LowQuality)
        {
            return string.Create(CultureInfo.InvariantCulture, $"low quality {quality}");
        }

        var near = decision.FirstGeneration is { } first ? Explain(first, null) : "";
        var lists = Explain(decision.Matches);
        return $"review band: {near}{(near.Length > 0 && lists.Length > 0 ? ", " : "")}{lists}";
    }

    static string Explain(FirstSighting first, string? instead) =>
        instead is not null
            ? $"{instead} {Printable(first.Path)}"
            : string.Create(CultureInfo.InvariantCulture, $"{first.Distance} bits from {Printable(first.Path)}");

    static string Explain(IReadOnlyList<Match> matches)
    {
        if (matches.Count == 0)
        {
            return "";
        }

        var best = matches[0];
        var how = best.Basis == MatchBasis.Exact
            ? $"same {best.Algorithm} as"
            : string.Create(CultureInfo.InvariantCulture, $"{best.Distance} bits from");
        var labels = best.Labels.Count > 0 ? $" [{Printable(string.Join(", ", best.Labels))}]" : "";
        var more = matches.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {matches.Count - 1} more") : "";
        return $"{how} {Printable(best.List)} #{Printable(best.Entry)}{labels}{more}";
    }

    static string Explain(HashedFile file) => file.Error is { } error ? $"{WireNames.Of(error.Code)}: {Printable(error.Message)}" : "";

    /// <summary>File names and list texts are other people's: control characters must not reach a terminal.</summary>
    static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c))
        : text;

    void WriteLine(string line)
    {
        var stamp = Timestamp();
        Output.Write(Encoding.UTF8.GetBytes(stamp is null ? line : $"{stamp}  {line}"));
        Output.WriteByte((byte)'\n');
    }
}
