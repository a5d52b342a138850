using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>Looks every form of an item that may be matched up in an index.</summary>
/// <remarks>One after the other: so few queries gain nothing from being asked together. One thread at a time.</remarks>
sealed class FormSearch(MatchOptions options)
{
    readonly List<SearchHit> _hits = [];
    readonly List<FormHit> _found = [];

    /// <summary>The hits within the radius and the review band beyond it, in no useful order; valid until the next search.</summary>
    /// <param name="forms">The item's forms.</param>
    /// <param name="radius">The radius of pictures as they are.</param>
    /// <param name="search">Searches an index.</param>
    internal List<FormHit> Find(HashForms forms, int radius, Action<Hash256, int, List<SearchHit>> search)
    {
        _found.Clear();
        foreach (var form in forms.All)
        {
            if (options.GateOf(form) is not null)
            {
                continue;
            }

            var bound = options.RadiusOf(form.Transform, radius);
            search(form.Hash, Math.Min(bound + options.ReviewBand, Hash256.BitCount), _hits);
            foreach (var hit in _hits)
            {
                _found.Add(new FormHit(hit.Id, hit.Distance, bound, form.Transform));
            }
        }

        return _found;
    }
}
