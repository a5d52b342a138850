using System.IO.Hashing;
using HashMatch.Lists.Formats;

namespace HashMatch.Lists.Tests;

public class ListEntryKeyTests
{
    [Fact]
    public void Nobody_outside_the_process_can_tell_which_entries_would_meet()
    {
        ListEntry entry = new() { Id = "1", Provenance = new ListProvenance { Owner = "o" } };
        using EntryFingerprint fingerprint = new();

        Assert.NotEqual(XxHash128.HashToUInt128([.. "id"u8, 0xFF, .. "o"u8, 0xFF, .. "1"u8, 0xFF]), ListEntryKey.Of(entry));
        Assert.NotEqual(XxHash128.HashToUInt128("""{"id":"1","owner":"o"}"""u8), fingerprint.Of(entry));
        Assert.Equal(ListEntryKey.Of(entry), ListEntryKey.Of(entry with { Labels = ["a"] }));
    }
}
