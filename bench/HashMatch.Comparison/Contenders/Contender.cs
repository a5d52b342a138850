using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>A way to search that is compared with others. Ids are places in the array of hashes.</summary>
abstract class Contender<THash>
    where THash : unmanaged, IHash<THash>
{
    /// <summary>Memory that the collector does not see.</summary>
    internal virtual long UnmanagedBytes => 0;

    /// <summary>Stores all hashes.</summary>
    internal abstract void Build(THash[] codes);

    /// <summary>Clears the list and fills it with all hits within the radius, by distance and id.</summary>
    internal abstract void Search(THash query, int radius, List<SearchHit> hits);

    /// <summary>Answers all queries in one call; false where there is no such call.</summary>
    internal virtual bool TrySearchBatch(ReadOnlySpan<THash> queries, int radius, HitBatch hits) => false;

    /// <summary>The answers to all queries of a workload.</summary>
    internal virtual List<SearchHit>[] Answers(Workload<THash> workload, int radius)
    {
        var answers = new List<SearchHit>[workload.Queries.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = [];
            Search(workload.Queries[i], radius, answers[i]);
        }

        return answers;
    }
}
