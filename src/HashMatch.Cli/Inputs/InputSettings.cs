using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>What a verb reads, and within which bounds.</summary>
sealed record InputSettings
{
    internal required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Only files in folders that match one of these; all when empty.</summary>
    internal IReadOnlyList<string> Include { get; init; } = [];

    internal IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>A file of paths, or <c>-</c>.</summary>
    internal string? FilesFrom { get; init; }

    /// <summary>Whether that file's paths end with NUL instead of a line end.</summary>
    internal bool NulSeparated { get; init; }

    /// <summary>A file of hash records, or <c>-</c>.</summary>
    internal string? HashesFrom { get; init; }

    /// <summary>Files the run itself writes, never inputs of it.</summary>
    internal IReadOnlyList<string> OwnOutputs { get; init; } = [];

    internal required int Threads { get; init; }

    internal required DecodeOptions Decode { get; init; }

    /// <summary>Whether pictures are decoded in processes of their own.</summary>
    internal bool IsIsolated { get; init; }
}
