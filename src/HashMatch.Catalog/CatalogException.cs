using System.Globalization;
using HashMatch.Catalog.Internals;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog;

/// <summary>A catalogue that could not be read or written, or that was made for something else.</summary>
/// <remarks>The message names the file and what to do; it never holds a hash.</remarks>
public sealed class CatalogException : Exception
{
    /// <summary>An exception with a standard message.</summary>
    public CatalogException()
        : base("The catalogue could not be used.")
    {
    }

    /// <summary>An exception with this message.</summary>
    public CatalogException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with this message and cause.</summary>
    public CatalogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong with a catalogue whose file is not at hand: <see cref="Attempt{T}"/> says which it is.</summary>
    string? Unnamed { get; init; }

    /// <summary>That something is not as it was written.</summary>
    internal static CatalogException OfDamage(string what) => new() { Unnamed = $"is damaged: {what}. Restore it from a copy." };

    /// <summary>That a row holds what no row can.</summary>
    internal static CatalogException OfRow(string table, long row, string column) =>
        OfDamage(string.Create(CultureInfo.InvariantCulture, $"row {row} of '{table}' holds what its '{column}' cannot"));

    /// <summary>That nothing more can be decided.</summary>
    internal static CatalogException OfFull(long decisions) =>
        new() { Unnamed = string.Create(CultureInfo.InvariantCulture, $"is full: it holds {decisions} decisions. Begin another one.") };

    /// <summary>Does the work; what SQLite or the system has against it becomes a <see cref="CatalogException"/>.</summary>
    internal static T Attempt<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw Of(path, exception);
        }
        catch (CatalogException exception) when (exception.Unnamed is { } what)
        {
            throw new CatalogException($"the catalogue '{path}' {what}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CatalogException($"the catalogue '{path}' could not be used: {exception.Message}", exception);
        }
    }

    internal static void Attempt(string path, Action work) => Attempt(path, () =>
    {
        work();
        return true;
    });

    /// <summary>The extended texts of SQLite can quote values, so only the code is told.</summary>
    internal static CatalogException Of(string path, SqliteException exception) => new(exception.SqliteErrorCode switch
    {
        SqliteCodes.Full => $"the catalogue '{path}' could not be written: the disk is full. All that was acknowledged is kept; free some space and run again.",
        SqliteCodes.Busy or SqliteCodes.Locked => $"the catalogue '{path}' is being written by another program: wait for it to end.",
        SqliteCodes.NotADatabase => $"'{path}' is not a catalogue.",
        SqliteCodes.Corrupt => $"the catalogue '{path}' is damaged: restore it from a copy.",
        SqliteCodes.Constraint => $"the catalogue '{path}' is damaged: its rows contradict one another. Restore it from a copy.",
        SqliteCodes.CannotOpen => $"the catalogue '{path}' could not be opened: look at the path and who may read and write there.",
        SqliteCodes.ReadOnly or SqliteCodes.Permission => $"the catalogue '{path}' may not be written.",
        _ => $"the catalogue '{path}' could not be used (SQLite error {exception.SqliteExtendedErrorCode}). All that was acknowledged is kept.",
    }, exception);
}
