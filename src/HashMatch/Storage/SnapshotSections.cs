namespace HashMatch.Storage;

/// <summary>The kinds of sections a snapshot has. Numbers are never used again for something else.</summary>
static class SnapshotSections
{
    public const uint Codes = 1;
    public const uint Ids = 2;
    public const uint SlotOffsets = 3;
    public const uint SlotPostings = 4;
    public const uint SlotRing = 5;
    public const uint NameEnds = 6;
    public const uint NameText = 7;

    // Of a list, beside those of its index.
    public const uint ListInfo = 8;
    public const uint ListOrigin = 9;
    public const uint EntryIdEnds = 10;
    public const uint EntryIdText = 11;
    public const uint EntryHashEnds = 12;
    public const uint EntryHashes = 13;
    public const uint EntryDigestEnds = 14;
    public const uint DigestValues = 15;
    public const uint DigestKinds = 16;
    public const uint DigestOrder = 17;
    public const uint EntryLabelSets = 18;
    public const uint LabelSetEnds = 19;
    public const uint LabelEnds = 20;
    public const uint LabelText = 21;
}
