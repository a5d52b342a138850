using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>Profiles are found by the names that records store.</summary>
public sealed class HashProfileTests
{
    [Fact]
    public void Each_is_found_by_its_name_alone()
    {
        Assert.Equal(["pdq-1", "pdq-512"], HashProfile.All.Select(profile => profile.Name));
        Assert.All(HashProfile.All, profile => Assert.Same(profile, HashProfile.Find(profile.Name)));
        Assert.All(HashProfile.All, profile => Assert.Equal(profile.Name, profile.ToString()));
        Assert.Null(HashProfile.Find("PDQ-1"));
        Assert.Null(HashProfile.Find(""));
    }
}
