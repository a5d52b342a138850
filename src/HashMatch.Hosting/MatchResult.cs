using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting;

/// <summary>What became of one submission: the verdict record of the <c>hashmatch</c> command, as types.</summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class MatchResult
{
    readonly Submission _submission;

    internal MatchResult(Submission submission, in HashedPicture picture, Decision decision, string? profile)
    {
        _submission = submission;
        Decision = decision;
        Hash = picture.Forms?.Pdq.Hash;
        Quality = picture.Forms?.Pdq.Quality;
        Profile = picture.Forms is null ? null : profile;
        Width = picture.Width;
        Height = picture.Height;
        IsPartial = picture.IsPartial;
        Error = picture.Error;
    }

    /// <summary>The name it was submitted by.</summary>
    public string Id => _submission.Id;

    /// <summary>What was handed in with it.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _submission.Metadata;

    /// <summary>The verdict with all its evidence.</summary>
    public Decision Decision { get; }

    /// <inheritdoc cref="Decision.Verdict"/>
    public Verdict Verdict => Decision.Verdict;

    /// <inheritdoc cref="Decision.Basis"/>
    public MatchBasis? Basis => Decision.Basis;

    /// <inheritdoc cref="Decision.Attention"/>
    public Attention Attention => Decision.Attention;

    /// <inheritdoc cref="Decision.Reason"/>
    public UncertainReason? Reason => Decision.Reason;

    /// <inheritdoc cref="Decision.Matches"/>
    public IReadOnlyList<Match> Matches => Decision.Matches;

    /// <inheritdoc cref="Decision.FirstGeneration"/>
    public FirstSighting? FirstGeneration => Decision.FirstGeneration;

    /// <summary>The hash of the picture as it is; null for <see cref="Verdict.Failed"/>.</summary>
    public Hash256? Hash { get; }

    /// <summary>Its quality, 0..100; null for <see cref="Verdict.Failed"/>.</summary>
    public int? Quality { get; }

    /// <summary>The profile of the hash; null for <see cref="Verdict.Failed"/>.</summary>
    public string? Profile { get; }

    /// <summary>Pixels in a row, after orientation; null if it is not known.</summary>
    public int? Width { get; }

    /// <summary>Rows, after orientation; null if it is not known.</summary>
    public int? Height { get; }

    /// <summary>Whether the bytes ended before the picture did, and what is there was hashed.</summary>
    public bool IsPartial { get; }

    /// <summary>Why the item could not be read, with code and message, for <see cref="Verdict.Failed"/> alone.</summary>
    public ImageError? Error { get; }

    /// <summary>Id and verdict: hashes never appear in logs or messages.</summary>
    public override string ToString() => $"{Id}: {Verdict}";
}
