using System.Text;
using HashMatch.Triage.Reports;

namespace HashMatch.Tests.Triage;

/// <summary>The quick reader says what the one that reads field by field says, or nothing.</summary>
public sealed class QuickReportTests
{
    const int Mutations = 20_000;

    static readonly ReportReadOptions s_options = new();

    static readonly string[] s_odd =
    [
        "", "{", "{}", "nonsense", "[]", ReportDocuments.Least + "x", ReportDocuments.Least + "{}", "{\"id\":\"r-1\"," + ReportDocuments.Least[1..],
        ReportDocuments.With("accounts", "[\"a\\ud800\"]"), ReportDocuments.With("\\u0069tems", "[]"), ReportDocuments.With("source", "\"a\\\\b\""),
        ReportDocuments.With("receivedTime", "\"2026-01-31T08:30Z\""), ReportDocuments.With("receivedTime", "\"2026-01-31T08:30:00z\""),
        ReportDocuments.With("receivedTime", "\"2026-01-31t08:30:00Z\""), ReportDocuments.With("receivedTime", "\"2026-01-31 08:30:00Z\""),
        ReportDocuments.With("receivedTime", "\"2026-02-30T08:30:00Z\""), ReportDocuments.With("receivedTime", "\"2026-01-31T23:59:60Z\""),
    ];

    [Fact]
    public void All_that_is_written_is_read_in_one_pass()
    {
        Assert.All(Written(1, 300), document => Assert.NotNull(Read(document)));
    }

    [Fact]
    public void Every_field_is_read_as_it_is_read_alone()
    {
        var full = ReportDocuments.Full.Replace(",\"extra\":{\"deep\":[1,null]}", "", StringComparison.Ordinal)
            .Replace(",\"more\":1.50},{}", "}", StringComparison.Ordinal);

        Assert.NotNull(Read(Encoding.UTF8.GetBytes(full)));
    }

    [Fact]
    public void What_is_odd_is_left_to_the_other()
    {
        Assert.All(s_odd, document => Assert.Null(Read(Encoding.UTF8.GetBytes(document))));
        Assert.All(ReportDocuments.Invalid, invalid => Assert.Null(Read(Encoding.UTF8.GetBytes(invalid.Document))));
        Assert.All(ReportDocuments.Valid, valid => Read(Encoding.UTF8.GetBytes(valid)));
        Assert.Null(QuickReport.Read(Encoding.UTF8.GetBytes(ReportDocuments.Least), new ReportReadOptions { IncidentTypes = new HashSet<string>() }));
    }

    [Fact]
    public void Whatever_the_bytes_both_say_the_same()
    {
        var documents = Written(2, 40);
        Random random = new(42);
        var read = 0;
        for (var i = 0; i < Mutations; i++)
        {
            read += Read(ReportMutationProperties.Mutated(documents[i % documents.Length], random)) is null ? 0 : 1;
        }

        Assert.InRange(read, Mutations / 50, Mutations);
    }

    /// <summary>Reports as they are written, of items that all name something: others are odd.</summary>
    static byte[][] Written(int seed, int count) => [.. SeededCases.Make(seed, count).Select(@case => ReportWriter.ToUtf8Bytes(@case.Report with
    {
        Items = [.. @case.Report.Items.Select(item => item with { Path = item.Path ?? "b.jpg" })],
    }))];

    /// <summary>The report by the quick reader, which must be the other's, and that without a word.</summary>
    static Report? Read(byte[] utf8)
    {
        var quick = QuickReport.Read(utf8, s_options);
        if (quick is not null)
        {
            var row = ReportReader.ParseByFields(utf8, 1, s_options);
            Assert.Empty(row.Problems);
            Assert.Equal(ReportWriter.ToUtf8Bytes(row.Value!), ReportWriter.ToUtf8Bytes(quick));
        }

        return quick;
    }
}
