using System.Security.Cryptography;
using HashMatch.Hashers;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>What a catalogue says of itself: its id and its settings.</summary>
/// <param name="Id">Sixteen random bytes.</param>
/// <param name="Settings">What it was made for.</param>
sealed record CatalogRow(byte[] Id, CatalogSettings Settings)
{
    internal static CatalogRow? Find(SqliteConnection connection, string path)
    {
        using Statement select = new(connection,
            "SELECT uuid, profile, oriented, forms, radius, review_band, min_quality, max_undecided, max_imbalance, turned_radius, trimmed_radius FROM catalog");
        using var row = select.Rows();
        if (!row.Read())
        {
            return null;
        }

        var name = row.GetString(1);
        var profile = HashProfile.Find(name) ??
            throw new CatalogException($"the catalogue '{path}' holds hashes of a profile this program does not know: use a newer one.");
        MatchOptions bounds = new()
        {
            Radius = row.GetInt32(4),
            ReviewBand = row.GetInt32(5),
            MinQuality = row.GetInt32(6),
            MaxUndecidedBits = row.GetInt32(7),
            MaxImbalance = row.GetInt32(8),
            TurnedRadius = row.IsDBNull(9) ? null : row.GetInt32(9),
            TrimmedRadius = row.IsDBNull(10) ? null : row.GetInt32(10),
        };
        return new CatalogRow(row.GetFieldValue<byte[]>(0),
            new CatalogSettings(profile, row.GetInt64(2) != 0, (FormKinds)row.GetInt32(3), bounds));
    }

    internal static CatalogRow FindOrCreate(SqliteConnection connection, string path, CatalogSettings settings)
    {
        if (Find(connection, path) is { } found)
        {
            return found.Settings.DifferenceTo(settings) is not { } difference ? found
                : throw new CatalogException($"the catalogue '{path}' was made with {difference}: use what it was made with, or another catalogue.");
        }

        CatalogRow created = new(RandomNumberGenerator.GetBytes(16), settings);
        using Statement insert = new(connection, """
            INSERT INTO catalog (only, uuid, profile, oriented, forms, radius, review_band, min_quality, max_undecided, max_imbalance, turned_radius, trimmed_radius)
            VALUES (1, $0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """);
        insert.Run(created.Id, settings.Profile.Name, settings.Oriented ? 1 : 0, (int)settings.Forms,
            settings.Bounds.Radius, settings.Bounds.ReviewBand, settings.Bounds.MinQuality, settings.Bounds.MaxUndecidedBits,
            settings.Bounds.MaxImbalance, settings.Bounds.TurnedRadius, settings.Bounds.TrimmedRadius);
        return created;
    }
}
