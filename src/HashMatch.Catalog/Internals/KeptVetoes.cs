using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The vetoes in force, made of the last word on each pair.</summary>
static class KeptVetoes
{
    const string Select = $"""
        SELECT said.decision, said.action, said.first AS content, said.entry, said.second AS other, entry.id, entry.prints, {ContentTable.Columns}
        FROM ({FeedbackTable.Standing}) AS said
            LEFT JOIN content ON content.id = said.first
            LEFT JOIN entry ON entry.id = said.entry
        WHERE coalesce(said.action NOT IN ('confirm', 'release'), 1) ORDER BY said.decision
        """;

    const int Entry = 5;
    const int Content = 7;

    internal static VetoSet Load(SqliteConnection connection, ContentPrinter printer, CatalogSettings settings)
    {
        using Statement select = new(connection, Select);
        using Statement find = new(connection, $"SELECT {ContentTable.Columns} FROM content WHERE id = $0");
        VetoSide SideOf(CatalogContent content) => printer.SideOf(content.Forms, content.Digests, settings.Bounds);
        VetoSide Other(SqliteDataReader row, Cells said)
        {
            if (!said.IsNull(3))
            {
                return row.IsDBNull(Entry) ? throw said.Damaged(3) : PrintsBlob.Read(PrintsBlob.Whole(new Cells(row, "entry", Entry), 1));
            }

            using var other = find.Rows(said.Id(4));
            return other.Read() ? SideOf(ContentTable.Read(new Cells(other, "content", 0)).Content) : throw said.Damaged(4);
        }

        List<Veto> vetoes = [];
        using var row = select.Rows();
        while (row.Read())
        {
            Cells said = new(row, "feedback", 0);
            // A veto that cannot be read is damage, none to be passed over.
            said.Word<FeedbackAction>(1);
            var side = !row.IsDBNull(Content) ? SideOf(ContentTable.Read(new Cells(row, "content", Content)).Content) : throw said.Damaged(2);
            var other = Other(row, said);
            // A rejected match of equal bytes counts against the entry, but bytes are bytes.
            if (!side.HasBytesOf(other))
            {
                vetoes.Add(new Veto(side, other));
            }
        }

        return new VetoSet(printer, vetoes);
    }
}
