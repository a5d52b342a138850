using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>The inputs of an evaluation: measured in parallel, kept as features, counted at the end.</summary>
sealed class EvalPipeline : IDisposable
{
    readonly List<MeasuredPicture> _pictures = [];
    readonly IReadOnlyList<IEvaluatedAlgorithm> _algorithms;
    readonly List<InputFile> _inputs;
    readonly IImageDecoder _decoder;
    readonly PictureReader _reader;
    readonly int _threads;
    readonly ulong _seed;
    readonly Terminal _terminal;
    int _failed;

    internal EvalPipeline(InputSettings settings, IReadOnlyList<IEvaluatedAlgorithm> algorithms, ulong seed, Terminal terminal)
    {
        _inputs = InputFinder.Find(settings, terminal);
        _algorithms = algorithms;
        _decoder = RunDecoder.Open(settings.IsIsolated, settings.Threads);
        _reader = new PictureReader(_decoder, settings.Decode, Recoding.LargestCopy);
        _threads = settings.Threads;
        _seed = seed;
        _terminal = terminal;
    }

    /// <summary>Reads every input and makes its copies.</summary>
    /// <param name="quiet">Whether to show no progress.</param>
    /// <param name="fail">Takes what could not be read, in the order of the inputs.</param>
    /// <param name="cancellation">An interrupt.</param>
    internal async Task MeasureAsync(bool quiet, Action<EvalFailure> fail, CancellationToken cancellation)
    {
        var measurer = new PictureMeasurer(_algorithms, AlterationCatalog.All, _seed);
        // No record is printed meanwhile, so the bar has the terminal for itself.
        var progress = new ProgressDisplay(_terminal with { OutputIsTerminal = false }, quiet, TimeProvider.System);
        await progress.RunAsync(_inputs.Count, async advance =>
        {
            await foreach (var (path, (picture, error)) in OrderedPipeline.Run(_inputs, _threads, input => (input.Path, Measure(input, measurer)), cancellation))
            {
                if (picture is not null)
                {
                    _pictures.Add(picture);
                }
                else
                {
                    _failed++;
                    fail(new EvalFailure(path, error!));
                }

                advance();
            }

            return true;
        });
    }

    /// <summary>Compares all that was measured.</summary>
    /// <param name="sameFile">A list of pictures known to show the same, or null.</param>
    /// <param name="perMillion">False matches in a million distinct pairs that are to be kept.</param>
    /// <param name="cancellation">An interrupt.</param>
    internal EvaluationReport Report(string? sameFile, double perMillion, CancellationToken cancellation)
    {
        var same = sameFile is null ? SameGroups.None : ReadSame(sameFile);
        cancellation.ThrowIfCancellationRequested();
        return EvaluationReport.Of(_algorithms, AlterationCatalog.All, _pictures, _failed, same, _seed, perMillion, _threads);
    }

    public void Dispose() => (_decoder as IDisposable)?.Dispose();

    (MeasuredPicture? Picture, ImageError? Error) Measure(InputFile input, PictureMeasurer measurer)
    {
        if (input.Ready is { } ready)
        {
            return (null, ready.Error);
        }

        MeasuredPicture? picture = null;
        var error = _reader.Read(input.Path, image => picture = measurer.Measure(input.Path, image.Pixels));
        return (picture, error);
    }

    SameGroups ReadSame(string file)
    {
        try
        {
            var same = TextInput.Read(file, "groups", _terminal, reader => SameGroups.Read(Lines(reader), [.. _pictures.Select(picture => picture.Path)]));
            foreach (var path in same.Unknown)
            {
                _terminal.Error.WriteLine($"hashmatch: warning: '{Printable.Of(path)}' in '{Printable.Of(file)}' names no picture of this run.");
            }

            return same;
        }
        catch (FormatException exception)
        {
            throw CommandException.Unusable($"the groups in '{file}' could not be read: {exception.Message}");
        }
    }

    static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
