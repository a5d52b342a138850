using HashMatch.Aot;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;
using HashMatch.Storage;
using HashMatch.Triage.Rules;

// Hashes drawn pictures, indexes them, searches, decides, and prints what must be the same in every kind of build.
const int Pictures = 40;
var hasher = new PdqHasher();
var index = new HashIndex<Hash256>();
var known = new KnownList("drawn", ListRole.Known);
for (var seed = 0; seed < Pictures; seed++)
{
    var picture = Drawing.Of(seed, brighten: 0);
    var (hash, quality) = hasher.Hash(picture);
    index.Add(hash, seed);
    if (seed % 4 == 0)
    {
        known.Add(new KnownEntry($"k-{seed}", hash, [], [$"category-{seed % 3}"]));
    }

    Console.WriteLine($"{seed}: {hash} quality {quality}, pHash {new DctHasher().Hash(picture)}, dHash {new DifferenceHasher().Hash(picture)}, {new RegionHasher().Hash(picture).Regions.Count} regions");
}

var snapshot = Path.GetTempFileName();
IndexSnapshot<Hash256>.Save(index, snapshot, hasher.Profile.Name);
var opened = IndexSnapshot<Hash256>.Open(snapshot).Index;
var deduplicator = new Deduplicator([known]);
var hits = new List<SearchHit>();
for (var n = 0; n < 2 * (Pictures + 4); n++)
{
    var (again, seed) = Math.DivRem(n, Pictures + 4);
    var picture = Drawing.Of(seed, brighten: 6 + (6 * again));
    hits.Clear();
    opened.SearchRadius(hasher.Hash(picture).Hash, MatchOptions.Default.Radius, hits);
    var decision = deduplicator.Submit(new Sighting($"p-{n}", hasher.HashForms(picture), byteLength: 1, []));
    Console.WriteLine($"{n}: {decision.Verdict}, {string.Join(' ', hits.Select(hit => $"{hit.Id} at {hit.Distance}"))}");
}

File.Delete(snapshot);
Console.WriteLine($"rules {TriageRules.Default.Fingerprint}");
