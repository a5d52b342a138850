namespace HashMatch.Storage;

/// <summary>The kinds of sections an index snapshot has. Numbers are never used again for something else.</summary>
static class SnapshotSections
{
    public const uint Codes = 1;
    public const uint Ids = 2;
    public const uint SlotOffsets = 3;
    public const uint SlotPostings = 4;
    public const uint SlotRing = 5;
    public const uint NameEnds = 6;
    public const uint NameText = 7;
}
