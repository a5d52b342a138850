namespace HashMatch.Lists;

/// <summary>The formats lists are read from.</summary>
public enum ListFormat
{
    /// <summary>Told by the content: see <see cref="ListReader"/>.</summary>
    Auto,

    /// <summary>PDQ text and CSV, and the md5sum family: one entry a line.</summary>
    Text,

    /// <summary>Our own JSON Lines, and the records of <c>hashmatch hash</c>.</summary>
    JsonLines,

    /// <summary>VICS JSON 1.2, 1.3 and 2.0, as a hash set or as cases. What a case says of itself is said of each of its media.</summary>
    Vics,

    /// <summary>The XML that hash sharing services hand out page by page (shape of version 2).</summary>
    HashSharing,

    /// <summary>JSON of the shape StopNCII hands out page by page.</summary>
    StopNcii,

    /// <summary>NSRL RDS version 2: <c>NSRLFile.txt</c>. Files of no interest, by exact digest alone.</summary>
    NsrlText,

    /// <summary>NSRL RDS version 3: an SQLite database. Files of no interest, by exact digest alone.</summary>
    NsrlDatabase,
}
