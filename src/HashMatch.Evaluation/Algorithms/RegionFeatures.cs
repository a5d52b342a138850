using HashMatch.Hashers.Regions;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>Forms and regions; gated as the forms are.</summary>
sealed class RegionFeatures(FormFeatures forms, RegionSet regions) : PictureFeatures(forms.IsGated)
{
    internal FormFeatures Forms => forms;

    internal RegionSet Regions => regions;
}
