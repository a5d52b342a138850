using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The versions of the schema, each a step from the one before, in a file of its own. Steps are only ever added.</summary>
static class Migrations
{
    /// <summary>"HMct": tells a catalogue from other files of SQLite.</summary>
    internal const long ApplicationId = 0x484D6374;

    internal static IReadOnlyList<string> Steps { get; } =
    [
        Schema1.Text,
        Schema2.Text,
        Schema3.Text,
        Schema4.Text,
        Schema5.Text,
        Schema6.Text,
    ];

    /// <summary>Brings a new or older file to the latest version: wholly or, when interrupted, not at all.</summary>
    internal static void Apply(SqliteConnection connection, long version, IReadOnlyList<string> steps)
    {
        if (version == steps.Count)
        {
            return;
        }

        Execute(connection, "BEGIN IMMEDIATE");
        for (var step = (int)version; step < steps.Count; step++)
        {
            Execute(connection, steps[step]);
        }

        Execute(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {steps.Count}; COMMIT");
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is that of the steps, not of anyone's input.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
