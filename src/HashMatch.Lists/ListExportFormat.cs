namespace HashMatch.Lists;

/// <summary>The formats lists are written in.</summary>
public enum ListExportFormat
{
    /// <summary>Our own JSON Lines: carries everything.</summary>
    JsonLines,

    /// <summary>A table with a header: <c>pdq,md5,sha1,sha256,id,labels</c>.</summary>
    Csv,

    /// <summary>One PDQ hash a line, behind the word <c>pdq</c>.</summary>
    PdqText,

    /// <summary>MD5 digests and ids as names, as md5sum writes.</summary>
    Md5Sums,

    /// <summary>SHA-1 digests and ids as names, as sha1sum writes.</summary>
    Sha1Sums,

    /// <summary>SHA-256 digests and ids as names, as sha256sum writes.</summary>
    Sha256Sums,

    /// <summary>A VICS 2.0 hash set.</summary>
    Vics,

    /// <summary>One whole page of the shape StopNCII hands out.</summary>
    StopNcii,

    /// <summary>VICS 2.0 cases: owners are their numbers, sources the applications, the unknown field <c>Case</c> the rest.</summary>
    VicsCases,
}
