using System.Security.Cryptography;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>What a catalogue says of itself: its id and its settings.</summary>
/// <param name="Id">Sixteen random bytes.</param>
/// <param name="Settings">What it was made for.</param>
sealed record CatalogRow(byte[] Id, CatalogSettings Settings)
{
    const int IdLength = 16;

    static CatalogRow? Find(SqliteConnection connection, string path)
    {
        using Statement select = new(connection,
            "SELECT only, uuid, profile, oriented, forms, radius, review_band, min_quality, max_undecided, max_imbalance, turned_radius, trimmed_radius FROM catalog");
        using var row = select.Rows();
        if (!row.Read())
        {
            return null;
        }

        Cells cells = new(row, "catalog", 0);
        var profile = HashProfile.Find(cells.Text(2)) ??
            throw new CatalogException($"the catalogue '{path}' holds hashes of a profile this program does not know: use a newer one.");
        MatchOptions bounds = new()
        {
            Radius = cells.Int(5, 0, Hash256.BitCount),
            ReviewBand = cells.Int(6, 0, Hash256.BitCount),
            MinQuality = cells.Int(7, 0, 100),
            MaxUndecidedBits = cells.Int(8, 0, int.MaxValue),
            MaxImbalance = cells.Int(9, 0, int.MaxValue),
            TurnedRadius = cells.IntOrNull(10, 0, int.MaxValue),
            TrimmedRadius = cells.IntOrNull(11, 0, int.MaxValue),
        };
        return new CatalogRow(cells.Bytes(1, IdLength),
            new CatalogSettings(profile, cells.Flag(3), (FormKinds)cells.Int(4, 0, (int)FormKinds.All), bounds));
    }

    internal static CatalogRow Require(SqliteConnection connection, string path) => Find(connection, path) ??
        throw new CatalogException($"the catalogue '{path}' is empty: nothing was scanned with it yet.");

    internal static CatalogRow FindOrCreate(SqliteConnection connection, string path, CatalogSettings settings)
    {
        if (Find(connection, path) is { } found)
        {
            return found.Settings.DifferenceTo(settings) is not { } difference ? found
                : throw new CatalogException($"the catalogue '{path}' was made with {difference}: use what it was made with, or another catalogue.");
        }

        CatalogRow created = new(RandomNumberGenerator.GetBytes(IdLength), settings);
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
