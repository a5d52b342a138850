using HashMatch.Matching;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Telemetry;

/// <summary>Everything a service logs.</summary>
/// <remarks>No hash and no digest, and no id either: files are often named by a digest.</remarks>
static partial class ServiceLog
{
    /// <summary>What a service that begins is made of.</summary>
    internal static void TellStart(ILogger logger, string profile, IReadOnlyList<KnownList> lists, bool remembers)
    {
        Started(logger, profile, lists.Count, remembers ? "in a catalogue" : "in memory");
        foreach (var list in lists)
        {
            ListInUse(logger, list.Name, list.Role, list.Entries.Count);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Matching by {Profile} against {Lists} lists; remembering: {Memory}.")]
    static partial void Started(ILogger logger, string profile, int lists, string memory);

    [LoggerMessage(2, LogLevel.Information, "The list '{List}' ({Role}) has {Entries} entries.")]
    static partial void ListInUse(ILogger logger, string list, ListRole role, int entries);

    [LoggerMessage(3, LogLevel.Warning, "{Bad} of {Rows} rows of the list '{List}' were left out; the first is {Place}.")]
    internal static partial void RowsLeftOut(ILogger logger, int bad, long rows, string list, string place);

    [LoggerMessage(4, LogLevel.Debug, "A picture could not be read: {Code}.")]
    internal static partial void PictureFailed(ILogger logger, string code);

    [LoggerMessage(5, LogLevel.Error, "The catalogue could not be written. What was acknowledged is kept; nothing more is decided.")]
    internal static partial void CatalogFailed(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "Matching ended.")]
    internal static partial void Ended(ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "An entry of the list '{List}' matched {Matched} contents, more than the {Limit} it may, and is in quarantine: what it matches is uncertain until a reviewer releases it.")]
    internal static partial void Quarantined(ILogger logger, string list, long matched, long limit);
}
