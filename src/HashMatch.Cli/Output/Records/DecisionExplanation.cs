using System.Globalization;
using HashMatch.Cli.Files;
using HashMatch.Matching;

namespace HashMatch.Cli.Output.Records;

/// <summary>Why an item has its verdict, in a few words for a person.</summary>
static class DecisionExplanation
{
    internal static string Of(HashedFile file, Decision decision) =>
        string.Join("; ", new[] { OfVerdict(file, decision), VetoFields.Describe(decision) }.Where(part => part.Length > 0));

    static string OfVerdict(HashedFile file, Decision decision) => decision.Verdict switch
    {
        Verdict.Known or Verdict.Suppressed => OfMatches(decision),
        Verdict.Repeat when decision.Basis == MatchBasis.Exact => $"same bytes as {Printable.Of(decision.FirstGeneration!.Path)}",
        Verdict.Repeat => OfFirst(decision.FirstGeneration!),
        Verdict.Uncertain => OfUncertain(file, decision),
        Verdict.Failed => $"{file.ErrorCode}: {Printable.Of(file.Error!.Message)}",
        _ => "",
    };

    static string OfUncertain(HashedFile file, Decision decision)
    {
        if (decision is { Reason: UncertainReason.RegionMatch, FirstGeneration.Agreement: { } agreement })
        {
            return Explanations.OfAgreement(agreement, Printable.Of(decision.FirstGeneration.Path));
        }

        if (decision.Reason == UncertainReason.Quarantined)
        {
            return $"in quarantine: {OfMatches(decision)}";
        }

        if (decision.Reason != UncertainReason.ReviewBand)
        {
            return Explanations.OfGate(decision.Reason, file.Pdq!.Value);
        }

        var near = decision.FirstGeneration is { } first ? OfFirst(first) : "";
        var lists = OfMatches(decision);
        return $"review band: {near}{(near.Length > 0 && lists.Length > 0 ? ", " : "")}{lists}";
    }

    static string OfFirst(FirstSighting first) => string.Create(CultureInfo.InvariantCulture,
        $"{first.Distance} bits from {Printable.Of(first.Path)}{Explanations.Without(first.Trimmed)}{Explanations.After(first.Transform)}");

    /// <summary>The match that decided, how many more there are, and what all of them say beyond it.</summary>
    static string OfMatches(Decision decision)
    {
        if (decision.DecidingMatch is not { } deciding)
        {
            return "";
        }

        var how = deciding.Basis == MatchBasis.Exact
            ? $"same {deciding.Algorithm} as"
            : string.Create(CultureInfo.InvariantCulture, $"{deciding.Distance} bits from");
        var more = decision.Matches.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {decision.Matches.Count - 1} more") : "";
        var all = decision.Labels.Except(deciding.Labels).Any() ? $", all together{Bracketed(decision.Labels)}" : "";
        var conflicts = decision.Conflicts.Count == 0 ? ""
            : $", in conflict over {Printable.Of(string.Join(" and ", decision.Conflicts.Select(Explanations.OfConflict)))}";
        return $"{how} {Printable.Of(deciding.List)} #{Printable.Of(deciding.Entry)}{Bracketed(deciding.Labels)}{Explanations.After(deciding.Transform)}{more}{all}{conflicts}";
    }

    static string Bracketed(IReadOnlyList<string> labels) =>
        labels.Count > 0 ? $" [{Printable.Of(string.Join(", ", labels))}]" : "";
}
