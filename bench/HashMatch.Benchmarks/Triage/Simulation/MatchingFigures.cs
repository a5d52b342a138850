using HashMatch.Matching;
using HashMatch.Triage;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How the verdicts compare with the truth.</summary>
/// <param name="NeedPerson">Reports that truly need a person.</param>
/// <param name="FirstGeneration">Of those, first-generation ones.</param>
/// <param name="Hidden">First-generation reports with a new item that is called known, a repeat or suppressed.</param>
/// <param name="OnlyCopies">Reports all of whose items are called known, repeats or suppressed.</param>
/// <param name="Mere">Reports that truly need nobody.</param>
/// <param name="MereRecognised">Those of them all of whose items are called so.</param>
readonly record struct MatchingFigures(int NeedPerson, int FirstGeneration, int Hidden, int OnlyCopies, int Mere, int MereRecognised)
{
    internal static MatchingFigures Of(Caseload caseload, IReadOnlyList<TriageCase> cases)
    {
        MatchingFigures figures = default;
        for (var i = 0; i < cases.Count; i++)
        {
            var planted = caseload.Reports[i];
            var copies = cases[i].Verdicts.Select(verdict => verdict is { Verdict: Verdict.Known or Verdict.Repeat or Verdict.Suppressed }).ToArray();
            var isOnlyCopies = !copies.Contains(false);
            figures = new MatchingFigures(
                figures.NeedPerson + (planted.NeedsPerson ? 1 : 0),
                figures.FirstGeneration + (planted.IsFirstGeneration ? 1 : 0),
                figures.Hidden + (copies.Zip(planted.IsNew).Any(item => item.First && item.Second) ? 1 : 0),
                figures.OnlyCopies + (isOnlyCopies ? 1 : 0),
                figures.Mere + (planted.NeedsPerson ? 0 : 1),
                figures.MereRecognised + (!planted.NeedsPerson && isOnlyCopies ? 1 : 0));
        }

        return figures;
    }
}
