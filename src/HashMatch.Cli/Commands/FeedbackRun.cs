using System.Globalization;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary>Takes decisions into a catalogue; what is printed is kept.</summary>
sealed class FeedbackRun(FeedbackWriter feedback, RecordWriter writer, Terminal terminal, bool quiet)
{
    /// <summary>A commit waits for the disk: it is worth some rows.</summary>
    const int MostPending = 1024;

    readonly List<IRecord> _held = [];

    internal int TakeOne(FeedbackRequest request)
    {
        try
        {
            _held.Add(new FeedbackRecord(feedback.Submit(request)));
        }
        catch (FeedbackException exception)
        {
            throw new CommandException(ExitCode.SomeFailed, exception.Message);
        }

        Settle();
        TellQuarantined();
        return ExitCode.Done;
    }

    /// <summary>Takes in every row that can be used, and reports the others.</summary>
    internal int TakeAll(string file, string? by, string? why) => TextInput.Read(file, "feedback", terminal, reader =>
    {
        var (rows, refused) = (0L, 0L);
        for (var number = 1L; reader.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            rows++;
            var record = Take(line, by, why, number);
            refused += record is FeedbackRowRecord ? 1 : 0;
            _held.Add(record);
            if (_held.Count == MostPending)
            {
                Settle();
            }
        }

        _held.Add(new FeedbackCountsRecord(rows, rows - refused, refused));
        Settle();
        TellQuarantined();
        return refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    });

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

    void Settle()
    {
        feedback.Commit();
        foreach (var record in _held)
        {
            writer.Write(record);
        }

        _held.Clear();
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
