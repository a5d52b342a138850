namespace HashMatch.Cli.Output;

/// <summary>Holds records back until what they say is kept: what was printed is never lost.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="keep">Keeps all they say.</param>
sealed class HeldRecords(RecordWriter writer, Action keep)
{
    /// <summary>A commit waits for the disk: it is worth some records.</summary>
    const int Most = 1024;

    readonly List<IRecord> _held = [];

    /// <summary>Takes a record; where many are held, has them kept and writes them.</summary>
    internal void Add(IRecord record)
    {
        _held.Add(record);
        if (_held.Count == Most)
        {
            Settle();
        }
    }

    /// <summary>Has all kept, and writes what was held back.</summary>
    internal void Settle()
    {
        keep();
        foreach (var record in _held)
        {
            writer.Write(record);
        }

        _held.Clear();
    }
}
