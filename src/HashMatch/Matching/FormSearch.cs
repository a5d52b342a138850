using System.Runtime.InteropServices;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>Looks every form of an item that may be matched up in an index, all at once.</summary>
/// <remarks>One thread at a time.</remarks>
sealed class FormSearch(MatchOptions options)
{
    readonly List<HashForm> _forms = [];
    readonly List<Hash256> _queries = [];
    readonly HitBatch _hits = new();
    readonly List<FormHit> _found = [];

    /// <summary>The hits within the radius and the review band beyond it, in no useful order; valid until the next search.</summary>
    /// <param name="forms">The item's forms.</param>
    /// <param name="radius">The radius of pictures as they are.</param>
    /// <param name="search">Searches an index.</param>
    internal List<FormHit> Find(HashForms forms, int radius, Action<ReadOnlySpan<Hash256>, int, HitBatch> search)
    {
        _forms.Clear();
        _queries.Clear();
        _found.Clear();
        foreach (var form in forms.All)
        {
            if (options.GateOf(form) is null)
            {
                _forms.Add(form);
                _queries.Add(form.Hash);
            }
        }

        if (_forms.Count == 0)
        {
            return _found;
        }

        search(CollectionsMarshal.AsSpan(_queries), Math.Min(radius + options.ReviewBand, Hash256.BitCount), _hits);
        for (var query = 0; query < _forms.Count; query++)
        {
            var transform = _forms[query].Transform;
            var bound = options.RadiusOf(transform, radius);
            foreach (var hit in _hits[query])
            {
                if (hit.Distance <= bound + options.ReviewBand)
                {
                    _found.Add(new FormHit(hit.Id, hit.Distance, bound, transform));
                }
            }
        }

        return _found;
    }
}
