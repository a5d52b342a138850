using HashMatch.Fuzzing.Seeds;

namespace HashMatch.Fuzzing.Targets;

/// <summary>A parser of files, which are binary and not as fast as bytes in memory.</summary>
abstract class FileTarget : FuzzTarget
{
    internal override bool IsBinary => true;

    /// <summary>Where the files lie.</summary>
    protected ScratchFolder Folder { get; } = new();

    protected override void Dispose(bool disposing)
    {
        Folder.Dispose();
        base.Dispose(disposing);
    }
}
