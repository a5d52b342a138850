namespace HashMatch.Lists;

/// <summary>What the hexadecimal column of a text list holds.</summary>
public enum ListHashType
{
    /// <summary>Told by length and form: 32 digits MD5, 40 SHA-1, 64 PDQ or SHA-256 as <see cref="KnownListReader"/> says.</summary>
    Auto,

    /// <summary>PDQ, 64 digits.</summary>
    Pdq,

    /// <summary>MD5, 32 digits.</summary>
    Md5,

    /// <summary>SHA-1, 40 digits.</summary>
    Sha1,

    /// <summary>SHA-256, 64 digits.</summary>
    Sha256,
}
