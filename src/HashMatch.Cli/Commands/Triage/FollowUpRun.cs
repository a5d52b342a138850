using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>Takes follow-ups into a catalogue; what is printed is kept.</summary>
sealed class FollowUpRun(FollowUpLog log, RecordWriter writer, string? by, string? why)
{
    readonly HeldRecords _records = new(writer, log.Commit);

    internal int TakeOne(FollowUp followUp)
    {
        try
        {
            _records.Add(new FollowUpRecord(log.Submit(Complete(followUp)), []));
        }
        catch (FeedbackException exception)
        {
            throw new CommandException(ExitCode.SomeFailed, exception.Message);
        }

        _records.Settle();
        return ExitCode.Done;
    }

    /// <summary>Takes in every row that can be used, and reports the others.</summary>
    internal int TakeAll(TextInput input)
    {
        using var stream = input.Open();
        using FollowUpReader reader = new(stream);
        var (rows, refused) = (0L, 0L);
        while (input.Attempt(() => reader.TryRead(out var read) ? read : null) is { } row)
        {
            rows++;
            var record = Take(row);
            refused += record is FeedbackRowRecord ? 1 : 0;
            _records.Add(record);
        }

        _records.Add(new FeedbackCountsRecord(rows, rows - refused, refused));
        _records.Settle();
        return refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    IRecord Take(LineRow<FollowUp> row)
    {
        if (!row.IsAccepted)
        {
            return new FeedbackRowRecord(row.Line, ProblemText.Of(row.Problems));
        }

        try
        {
            return new FollowUpRecord(log.Submit(Complete(row.Value)), row.Problems);
        }
        catch (FeedbackException exception)
        {
            return new FeedbackRowRecord(row.Line, exception.Message);
        }
    }

    FollowUp Complete(FollowUp followUp) => followUp with { Reviewer = followUp.Reviewer ?? by, Note = followUp.Note ?? why };
}
