using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Matching.Regions;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>Pictures matched as the command does with <c>--regions</c>: by PDQ's forms, else by regions that agree.</summary>
/// <remarks>
/// The distance is how many of <see cref="MaxDistance"/> regions do not agree, and 0 where forms match at their own default
/// radius, so a radius of 124 asks for 4 regions. One region agrees with itself and counts as none.
/// </remarks>
sealed class RegionsAlgorithm : IEvaluatedAlgorithm
{
    readonly PdqFormsAlgorithm _forms = new();
    readonly RegionHasher _hasher = new();

    public string Name => "regions";

    public string Description => "pdq-forms, else regions that agree; the distance is how many of 128 do not";

    public string Unit => "regions";

    public bool IsOnRequest => true;

    public int MaxDistance => 128;

    public int MaxRadius => MaxDistance - 2;

    public int DefaultRadius => MaxDistance - RegionIndex.DefaultLeastAgreeing;

    public PictureFeatures Store(PixelView pixels) => Of((FormFeatures)_forms.Store(pixels), pixels);

    public PictureFeatures Query(PixelView pixels) => Of((FormFeatures)_forms.Query(pixels), pixels);

    public int Distance(PictureFeatures query, PictureFeatures stored)
    {
        var (asked, known) = ((RegionFeatures)query, (RegionFeatures)stored);
        if (_forms.Distance(asked.Forms, known.Forms) <= _forms.DefaultRadius)
        {
            return 0;
        }

        var agreeing = RegionAgreement.Of(asked.Regions, known.Regions).Regions;
        return agreeing < 2 ? MaxDistance : MaxDistance - agreeing;
    }

    RegionFeatures Of(FormFeatures forms, PixelView pixels) => new(forms, _hasher.Hash(pixels));
}
