using System.Runtime.InteropServices;

namespace HashMatch.Indexes.Internals;

/// <summary>The best hits so far, as a heap in the caller's list with the worst on top.</summary>
/// <param name="hits">The list, empty.</param>
/// <param name="k">How many to keep.</param>
/// <param name="farthest">The largest distance there is.</param>
readonly ref struct NearestHits(List<SearchHit> hits, int k, int farthest)
{
    /// <summary>The distance beyond which no hit can be wanted. At it one may be, for a smaller id.</summary>
    internal int Radius => hits.Count < k ? farthest : hits[0].Distance;

    /// <summary>Keeps a hit if it is among the best.</summary>
    internal void Offer(SearchHit hit)
    {
        if (hits.Count < k)
        {
            hits.Add(hit);
            Rise(CollectionsMarshal.AsSpan(hits), hit);
        }
        else if (hit.CompareTo(hits[0]) < 0)
        {
            Sink(CollectionsMarshal.AsSpan(hits), hit);
        }
    }

    /// <summary>Lets the last hit rise to its place.</summary>
    static void Rise(Span<SearchHit> heap, SearchHit hit)
    {
        var place = heap.Length - 1;
        while (place > 0 && heap[(place - 1) / 2].CompareTo(hit) < 0)
        {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        heap[place] = hit;
    }

    /// <summary>Replaces the top, and lets the hit sink to its place.</summary>
    static void Sink(Span<SearchHit> heap, SearchHit hit)
    {
        var place = 0;
        for (var child = 1; child < heap.Length; child = (2 * place) + 1)
        {
            if (child + 1 < heap.Length && heap[child].CompareTo(heap[child + 1]) < 0)
            {
                child++;
            }

            if (heap[child].CompareTo(hit) <= 0)
            {
                break;
            }

            heap[place] = heap[child];
            place = child;
        }

        heap[place] = hit;
    }
}
