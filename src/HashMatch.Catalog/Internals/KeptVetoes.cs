using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The vetoes in force, made of the last word on each pair.</summary>
static class KeptVetoes
{
    const string Select = $"""
        SELECT said.action, entry.prints, {ContentTable.Columns}, said.second FROM ({FeedbackTable.Standing}) AS said
            JOIN content ON content.id = said.first
            LEFT JOIN entry ON entry.id = said.entry
        WHERE said.action IN ('reject', 'veto') ORDER BY said.decision
        """;

    const int Content = 2;

    internal static VetoSet Load(SqliteConnection connection, ContentPrinter printer, CatalogSettings settings)
    {
        using Statement select = new(connection, Select);
        using Statement find = new(connection, $"SELECT {ContentTable.Columns} FROM content WHERE id = $0");
        VetoSide SideOf(CatalogContent content) => printer.SideOf(content.Forms, content.Digests, settings.Bounds);
        VetoSide? Other(SqliteDataReader row)
        {
            if (!row.IsDBNull(1))
            {
                return PrintsBlob.Read(row.GetFieldValue<byte[]>(1));
            }

            using var other = find.Rows(row.GetInt64(Content + ContentTable.ColumnCount));
            return other.Read() ? SideOf(ContentTable.Read(new Cells(other, "content", 0)).Content) : null;
        }

        List<Veto> vetoes = [];
        using var row = select.Rows();
        while (row.Read())
        {
            var side = SideOf(ContentTable.Read(new Cells(row, "content", Content)).Content);
            // A rejected match of equal bytes counts against the entry, but bytes are bytes.
            if (Other(row) is { } other && !side.HasBytesOf(other))
            {
                vetoes.Add(new Veto(side, other));
            }
        }

        return new VetoSet(printer, vetoes);
    }
}
