using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>Profiles are found by the names that records store.</summary>
public sealed class HashProfileTests
{
    [Fact]
    public void Each_is_found_by_its_name_alone()
    {
        Assert.Equal(["pdq-1", "pdq-512", "phash-1", "dhash-1", "ahash-1", "blockhash-1"], HashProfile.All.Select(profile => profile.Name));
        Assert.Equal([HashProfile.Pdq1, HashProfile.Pdq512], HashProfile.OfKind(HashKind.Pdq));
        Assert.Equal([HashProfile.Blockhash1], HashProfile.OfKind(HashKind.Block));
        Assert.All(HashProfile.All, profile => Assert.Same(profile, HashProfile.Find(profile.Name)));
        Assert.All(HashProfile.All, profile => Assert.Equal(profile.Name, profile.ToString()));
        Assert.Null(HashProfile.Find("PDQ-1"));
        Assert.Null(HashProfile.Find(""));
    }
}
