using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>Profiles are found by the names that records store.</summary>
public sealed class HashProfileTests
{
    [Fact]
    public void Each_is_found_by_its_name_alone()
    {
        Assert.Equal(["pdq-1", "pdq-512", "pdq-fast", "phash-1", "dhash-1", "ahash-1", "blockhash-1"], HashProfile.All.Select(profile => profile.Name));
        Assert.Equal([HashProfile.Pdq1, HashProfile.Pdq512, HashProfile.PdqFast], HashProfile.OfKind(HashKind.Pdq));
        Assert.Equal([HashProfile.Blockhash1], HashProfile.OfKind(HashKind.Block));
        Assert.All(HashProfile.All, profile => Assert.Same(profile, HashProfile.Find(profile.Name)));
        Assert.All(HashProfile.All, profile => Assert.Equal(profile.Name, profile.ToString()));
        Assert.Null(HashProfile.Find("PDQ-1"));
        Assert.Null(HashProfile.Find(""));
    }

    [Fact]
    public void Only_the_fast_one_lets_a_decoder_shrink_and_no_exchange_makes_it()
    {
        Assert.Equal([0, 0, 512], HashProfile.OfKind(HashKind.Pdq).Select(profile => profile.SufficientSide));
        Assert.Equal([true, true, false], HashProfile.OfKind(HashKind.Pdq).Select(profile => profile.IsExchanged));
    }
}
