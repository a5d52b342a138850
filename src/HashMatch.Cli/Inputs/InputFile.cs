using HashMatch.Cli.Files;

namespace HashMatch.Cli.Inputs;

/// <summary>One input of a run.</summary>
/// <param name="Path">As records name it.</param>
/// <param name="Real">The one name of the place, see <see cref="RealPaths"/>.</param>
/// <param name="Ready">Its result where that is known without reading it: from an earlier run, or that it failed.</param>
sealed record InputFile(string Path, string Real, HashedFile? Ready);
