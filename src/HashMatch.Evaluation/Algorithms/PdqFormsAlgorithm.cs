using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>PDQ as the command matches: stored as it is and without its border and margins, looked for in all forms.</summary>
sealed class PdqFormsAlgorithm : IEvaluatedAlgorithm
{
    readonly PdqHasher _hasher = new();

    public string Name => "pdq-forms";

    public string Description => "PDQ, looked for turned, mirrored and without borders";

    public int MaxDistance => Hash256.BitCount;

    public int MaxRadius => Hash256.BitCount / 2;

    public int DefaultRadius => MatchOptions.Default.Radius;

    public PictureFeatures Store(PixelView pixels) => Of(pixels, FormKinds.Trimmed);

    public PictureFeatures Query(PixelView pixels) => Of(pixels, FormKinds.All);

    /// <summary>That of the nearest two forms.</summary>
    public int Distance(PictureFeatures query, PictureFeatures stored)
    {
        var nearest = MaxDistance;
        foreach (var known in ((FormFeatures)stored).Hashes)
        {
            foreach (var form in ((FormFeatures)query).Hashes)
            {
                nearest = Math.Min(nearest, form.DistanceTo(known));
            }
        }

        return nearest;
    }

    FormFeatures Of(PixelView pixels, FormKinds kinds)
    {
        List<Hash256> hashes = [];
        foreach (var form in _hasher.HashForms(pixels, kinds).All)
        {
            if (MatchOptions.Default.GateOf(form) is null)
            {
                hashes.Add(form.Hash);
            }
        }

        return new FormFeatures([.. hashes]);
    }
}
