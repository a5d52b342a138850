using HashMatch.Buffers;
using HashMatch.Storage;

namespace HashMatch.Matching.Entries;

/// <summary>The labels of each entry, as the number of its set of labels: lists have few sets, and each is held once.</summary>
sealed class LabelColumn
{
    readonly GrowingArray<int> _setOfEntry;
    readonly EndColumn _setEnds;
    readonly TextColumn _labels;
    Dictionary<IReadOnlyList<string>, int>? _numbers;

    internal LabelColumn()
        : this(new GrowingArray<int>(0), new EndColumn(new GrowingArray<int>(0)), TextColumn.Empty)
    {
    }

    LabelColumn(GrowingArray<int> setOfEntry, EndColumn setEnds, TextColumn labels)
    {
        _setOfEntry = setOfEntry;
        _setEnds = setEnds;
        _labels = labels;
    }

    internal long AllocatedBytes => _setOfEntry.Bytes + _setEnds.Ends.Bytes + _labels.AllocatedBytes;

    internal static LabelColumn Read(SnapshotFile file) => new(
        new GrowingArray<int>(file.Items<int>(SnapshotSections.EntryLabelSets)),
        new EndColumn(new GrowingArray<int>(file.Items<int>(SnapshotSections.LabelSetEnds))),
        TextColumn.Read(file, SnapshotSections.LabelEnds, SnapshotSections.LabelText));

    internal void Write(SnapshotWriter writer)
    {
        writer.Write(SnapshotSections.EntryLabelSets, _setOfEntry);
        writer.Write(SnapshotSections.LabelSetEnds, _setEnds.Ends);
        _labels.Write(writer, SnapshotSections.LabelEnds, SnapshotSections.LabelText);
    }

    /// <summary>Whether what was read holds labels for that many entries.</summary>
    internal bool IsConsistent(int entries)
    {
        var fits = _setOfEntry.Length == entries && _setEnds.Cover(_labels.Count) && _labels.IsConsistent &&
            !_setOfEntry.Span.ContainsAnyExceptInRange(0, _setEnds.Count);
        GC.KeepAlive(_setOfEntry);
        return fits;
    }

    internal void Add(IReadOnlyList<string> labels) => _setOfEntry.Add(labels.Count == 0 ? 0 : SetOf(labels));

    internal string[] Of(int entry) => LabelsOf(_setOfEntry[entry]);

    /// <summary>The set's number, 1 for the first; the empty one is 0 and not stored.</summary>
    int SetOf(IReadOnlyList<string> labels)
    {
        _numbers ??= NumberStored();
        if (!_numbers.TryGetValue(labels, out var number))
        {
            foreach (var label in labels)
            {
                _labels.Add(label);
            }

            _setEnds.Add(_labels.Count);
            number = _setEnds.Count;
            _numbers.Add([.. labels], number);
        }

        return number;
    }

    Dictionary<IReadOnlyList<string>, int> NumberStored()
    {
        Dictionary<IReadOnlyList<string>, int> numbers = new(new LabelSetComparer());
        for (var number = 1; number <= _setEnds.Count; number++)
        {
            numbers.TryAdd(LabelsOf(number), number);
        }

        return numbers;
    }

    string[] LabelsOf(int number)
    {
        if (number == 0)
        {
            return [];
        }

        var (start, end) = _setEnds[number - 1];
        var labels = new string[end - start];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = _labels[start + i];
        }

        return labels;
    }
}
