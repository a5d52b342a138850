namespace HashMatch.Catalog.Internals;

/// <summary>A list entry as the catalogue knows it.</summary>
sealed class EntryRow
{
    internal required long Number { get; init; }

    internal required EntryName Name { get; init; }

    /// <summary>What tells it again, see <see cref="PrintsBlob"/>.</summary>
    internal required byte[] Prints { get; init; }

    /// <summary>The runs it last matched something new in.</summary>
    internal long Window { get; set; }

    /// <summary>Contents it first matched in them.</summary>
    internal long Matched { get; set; }

    /// <summary>The most contents it first matched in runs before, those before a release among them.</summary>
    internal long Most { get; set; }

    /// <summary>The decision that put it in quarantine, if it is there.</summary>
    internal long? Quarantine { get; set; }

    /// <summary>The decision that released it last, if any.</summary>
    internal long? Released { get; set; }

    /// <summary>A content more is matched in these runs.</summary>
    internal void Count(long window)
    {
        if (Window != window)
        {
            (Window, Most, Matched) = (window, Math.Max(Most, Matched), 0);
        }

        Matched++;
    }

    /// <summary>It leaves quarantine: what it matched so far becomes part of its history.</summary>
    internal void Release(long decision) =>
        (Quarantine, Released, Most, Matched) = (null, decision, Math.Max(Most, Matched), 0);
}
