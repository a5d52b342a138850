namespace HashMatch.Triage.Reports;

/// <summary>The parts of a report that can be there or not. Of its items it is enough that one has the part.</summary>
[Flags]
public enum ReportParts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The system it comes from.</summary>
    Source = 1 << 0,

    /// <summary>Whose law it falls under.</summary>
    Jurisdiction = 1 << 1,

    /// <summary>Who handed it in.</summary>
    Submitter = 1 << 2,

    /// <summary>When it was received.</summary>
    ReceivedTime = 1 << 3,

    /// <summary>An account.</summary>
    Accounts = 1 << 4,

    /// <summary>An item.</summary>
    Items = 1 << 5,

    /// <summary>An item's file.</summary>
    ItemPath = 1 << 6,

    /// <summary>An item's hash or digest.</summary>
    ItemHash = 1 << 7,

    /// <summary>When an item was taken.</summary>
    ItemCaptureTime = 1 << 8,

    /// <summary>Where an item was taken.</summary>
    ItemPlace = 1 << 9,

    /// <summary>What an item was taken with.</summary>
    ItemDevice = 1 << 10,

    /// <summary>What the reporter says of an item.</summary>
    ItemAnnotations = 1 << 11,

    /// <summary>Whether the reporter has looked at an item.</summary>
    ItemViewedByReporter = 1 << 12,
}
