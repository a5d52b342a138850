namespace HashMatch.Triage.Links;

/// <summary>Reports that each have something strong enough in common with the one that stands for them. Immutable.</summary>
public sealed class ReportGroup
{
    internal ReportGroup(int[] members, string[] sources, string[] jurisdictions)
    {
        Members = members;
        Sources = sources;
        Jurisdictions = jurisdictions;
    }

    /// <summary>The position of the report that stands for the group, its earliest.</summary>
    public int Representative => Members[0];

    /// <summary>The positions of its reports in <see cref="ReportLinks.Reports"/>, ascending, at least two.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>The systems its reports come from, in ordinal order, without those that name none.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The jurisdictions its reports fall under, in ordinal order, without those that name none.</summary>
    public IReadOnlyList<string> Jurisdictions { get; }

    /// <summary>Whether its reports come from more than one system.</summary>
    public bool CrossesSystems => Sources.Count > 1;

    /// <summary>Whether its reports fall under more than one jurisdiction.</summary>
    public bool CrossesJurisdictions => Jurisdictions.Count > 1;
}
