namespace HashMatch.Catalog;

/// <summary>What a catalogue holds.</summary>
public sealed record CatalogInfo
{
    /// <summary>The version of its schema.</summary>
    public required int Version { get; init; }

    /// <summary>What it was made for.</summary>
    public required CatalogSettings Settings { get; init; }

    /// <summary>Contents at places, those that were replaced since among them.</summary>
    public required long Items { get; init; }

    /// <summary>Different contents.</summary>
    public required long Contents { get; init; }

    /// <summary>Groups of copies: the items that opened one.</summary>
    public required long Groups { get; init; }

    /// <summary>Places that could not be read when they were last looked at.</summary>
    public required long Failures { get; init; }

    /// <summary>Runs that wrote into it.</summary>
    public required long Runs { get; init; }

    /// <summary>Lists that were in force in some run, each version counted.</summary>
    public required long Lists { get; init; }

    /// <summary>Entries of the log of decisions.</summary>
    public required long Decisions { get; init; }

    /// <summary>Decisions of reviewers.</summary>
    public required long Feedback { get; init; }

    /// <summary>Pairs that reviewers keep apart, by a rejection or a veto.</summary>
    public required long Vetoes { get; init; }

    /// <summary>List entries in quarantine.</summary>
    public required long Quarantined { get; init; }

    /// <summary>Reports, each counted once however often it changed.</summary>
    public required long Reports { get; init; }

    /// <summary>Items of the reports as they stand, those that were not decided among them.</summary>
    public required long ReportItems { get; init; }

    /// <summary>What was done with reports.</summary>
    public required long FollowUps { get; init; }

    /// <summary>
    /// The link of the last decision, 64 hexadecimal digits. It stands for the whole log: written down elsewhere it shows
    /// later whether the log was cut or made anew.
    /// </summary>
    public required string Head { get; init; }

    /// <summary>Whether file, log and references were looked through just now, see <see cref="CatalogReader.Verify"/>.</summary>
    public bool IsVerified { get; init; }
}
