using System.Globalization;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary>Takes decisions into a catalogue; what is printed is kept.</summary>
sealed class FeedbackRun(FeedbackWriter feedback, RecordWriter writer, Terminal terminal, bool quiet)
{
    readonly HeldRecords _records = new(writer, feedback.Commit);

    internal int TakeOne(FeedbackRequest request)
    {
        try
        {
            _records.Add(new FeedbackRecord(feedback.Submit(request)));
        }
        catch (FeedbackException exception)
        {
            throw new CommandException(ExitCode.SomeFailed, exception.Message);
        }

        _records.Settle();
        TellQuarantined();
        return ExitCode.Done;
    }

    /// <summary>Takes in every row that can be used, and reports the others.</summary>
    internal int TakeAll(TextInput input, string? by, string? why)
    {
        var (rows, refused) = (0L, 0L);
        foreach (var (i, line) in input.Lines().Index())
        {
            if (line.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            rows++;
            var record = Take(line, by, why, i + 1);
            refused += record is FeedbackRowRecord ? 1 : 0;
            _records.Add(record);
        }

        _records.Add(new FeedbackCountsRecord(rows, rows - refused, refused));
        _records.Settle();
        TellQuarantined();
        return refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    IRecord Take(string line, string? by, string? why, long number)
    {
        var (request, fault) = FeedbackReader.Read(line, by, why);
        if (request is null)
        {
            return new FeedbackRowRecord(number, fault!);
        }

        try
        {
            return new FeedbackRecord(feedback.Submit(request));
        }
        catch (FeedbackException exception)
        {
            return new FeedbackRowRecord(number, exception.Message);
        }
    }

    void TellQuarantined()
    {
        foreach (var entry in quiet ? [] : feedback.Quarantined)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"hashmatch: {Printable.Of(entry.ToString())} was found wrong too often and is in quarantine: what it matches is uncertain until 'catalog feedback DB release'."));
        }
    }
}
