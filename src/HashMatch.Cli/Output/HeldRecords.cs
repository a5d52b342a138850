using HashMatch.Cli.Pipeline;

namespace HashMatch.Cli.Output;

/// <summary>Holds records back until what they say is kept: what was printed is never lost.</summary>
sealed class HeldRecords(RecordWriter writer, IDecider decider)
{
    readonly List<IRecord> _held = [];

    internal void Write(IRecord record)
    {
        _held.Add(record);
        if (decider.TrySettle())
        {
            Release();
        }
    }

    /// <summary>Has all decisions kept, and writes what was held back.</summary>
    internal void Settle()
    {
        decider.Settle();
        Release();
    }

    void Release()
    {
        foreach (var record in _held)
        {
            writer.Write(record);
        }

        _held.Clear();
    }
}
