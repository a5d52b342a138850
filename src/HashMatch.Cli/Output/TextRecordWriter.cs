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
            ? string.Create(CultureInfo.InvariantCulture, $"{pdq.Hash}  {pdq.Quality,3}  {Printable.Of(file.Path)}")
            : $"{"failed",-69}  {Printable.Of(file.Path)}  {Explain(file)}");

    internal override void Write(VerdictRecord record)
    {
        var (file, decision) = record;
        var why = decision.Verdict switch
        {
            Verdict.Known or Verdict.Suppressed => Explain(decision),
            Verdict.Repeat => Explain(decision.FirstGeneration!, decision.Basis == MatchBasis.Exact ? "same bytes as" : null),
            Verdict.Uncertain => ExplainUncertain(decision, file.Pdq!.Value.Quality),
            Verdict.Failed => Explain(file),
            _ => "",
        };
        WriteLine($"{WireNames.Of(decision.Verdict),-16}  {Printable.Of(file.Path)}{(why.Length > 0 ? "  " : "")}{why}");
    }

    internal override void Write(ComparisonRecord record)
    {
        WriteLine($"{WireNames.Of(record.Decision.Verdict)}  {record.Why}");
        foreach (var file in (ReadOnlySpan<HashedFile>)[record.A, record.B])
        {
            Write(file);
        }
    }

    static string ExplainUncertain(Decision decision, int quality)
    {
        if (decision.Reason == UncertainReason.LowQuality)
        {
            return string.Create(CultureInfo.InvariantCulture, $"low quality {quality}");
        }

        var near = decision.FirstGeneration is { } first ? Explain(first, null) : "";
        var lists = Explain(decision);
        return $"review band: {near}{(near.Length > 0 && lists.Length > 0 ? ", " : "")}{lists}";
    }

    static string Explain(FirstSighting first, string? instead) =>
        instead is not null
            ? $"{instead} {Printable.Of(first.Path)}"
            : string.Create(CultureInfo.InvariantCulture, $"{first.Distance} bits from {Printable.Of(first.Path)}");

    static string Explain(Decision decision)
    {
        if (decision.DecidingMatch is not { } deciding)
        {
            return "";
        }

        var how = deciding.Basis == MatchBasis.Exact
            ? $"same {deciding.Algorithm} as"
            : string.Create(CultureInfo.InvariantCulture, $"{deciding.Distance} bits from");
        var labels = deciding.Labels.Count > 0 ? $" [{Printable.Of(string.Join(", ", deciding.Labels))}]" : "";
        var more = decision.Matches.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {decision.Matches.Count - 1} more") : "";
        return $"{how} {Printable.Of(deciding.List)} #{Printable.Of(deciding.Entry)}{labels}{more}";
    }

    static string Explain(HashedFile file) => file.Error is { } error ? $"{WireNames.Of(error.Code)}: {Printable.Of(error.Message)}" : "";

    void WriteLine(string line)
    {
        var stamp = Timestamp();
        Output.Write(Encoding.UTF8.GetBytes(stamp is null ? line : $"{stamp}  {line}"));
        Output.WriteByte((byte)'\n');
    }
}
