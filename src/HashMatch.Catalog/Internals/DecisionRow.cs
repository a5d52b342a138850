namespace HashMatch.Catalog.Internals;

/// <summary>A row of the log as it is read.</summary>
static class DecisionRow
{
    internal const string Select = "SELECT seq, run, at, place, evidence, link FROM decision";

    internal static LoggedDecision Read(Cells row) => new(row.Id(0), row.Id(1), row.Time(2), row.Text(3), row.Text(4),
        Convert.ToHexStringLower(row.Bytes(5, DecisionChain.LinkLength)));
}
