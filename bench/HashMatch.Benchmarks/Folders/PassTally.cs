namespace HashMatch.Benchmarks.Folders;

/// <summary>What one thread did in a pass. Not thread-safe: each thread has its own, added up at the end.</summary>
sealed class PassTally
{
    /// <summary>Pictures taken through all steps; one hashed several times counts as often.</summary>
    internal long Images { get; set; }

    /// <summary>Their pixels.</summary>
    internal long Pixels { get; set; }

    /// <summary>Pictures that decoded when they were loaded and did not now.</summary>
    internal long Failed { get; set; }

    /// <summary>Pictures whose hash was another one than when they were loaded.</summary>
    internal long Changed { get; set; }

    internal TimeSpan HeaderTime { get; set; }

    internal TimeSpan DecodeTime { get; set; }

    internal TimeSpan HashTime { get; set; }

    internal void Add(PassTally other)
    {
        Images += other.Images;
        Pixels += other.Pixels;
        Failed += other.Failed;
        Changed += other.Changed;
        HeaderTime += other.HeaderTime;
        DecodeTime += other.DecodeTime;
        HashTime += other.HashTime;
    }
}
