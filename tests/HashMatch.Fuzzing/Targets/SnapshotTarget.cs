using HashMatch.Fuzzing.Seeds;
using HashMatch.Storage;

namespace HashMatch.Fuzzing.Targets;

/// <summary>A snapshot in a file, damaged by accident or with checksums that fit: it is refused, or answers without leaving its memory.</summary>
abstract class SnapshotTarget : FileTarget
{
    /// <summary>Tables are built where a file has none, and blocks are large whatever the input.</summary>
    internal override (long PerByte, long Fixed) MostAllocated => (600, 32 << 20);

    internal override int Share(int executions) => executions / 8;

    internal override byte[] Repair(byte[] input, Random random) => random.Next(4) > 0 ? SnapshotRepair.Repair(input) : input;

    internal override string Run(byte[] input, Random random)
    {
        try
        {
            return Use(Folder.Write("a.hmi", input), random);
        }
        catch (SnapshotFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            return Law.ShapeOf(exception.Message);
        }
    }

    protected abstract string Use(string path, Random random);

    protected byte[] Save(Action<string> save)
    {
        save(Folder.Path("seed"));
        return File.ReadAllBytes(Folder.Path("seed"));
    }
}
