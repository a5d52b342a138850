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
    readonly SameGroups _same;
    readonly IImageDecoder _decoder;
    readonly PictureReader _reader;
    readonly int _threads;
    readonly ulong _seed;
    readonly ProgressDisplay _progress;
    int _failed;

    /// <param name="settings">What is read.</param>
    /// <param name="algorithms">What is evaluated.</param>
    /// <param name="seed">Of the random parts of copies.</param>
    /// <param name="sameFile">A list of pictures known to show the same, or null.</param>
    /// <param name="terminal">The streams.</param>
    /// <param name="quiet">Whether to show no progress and no warnings.</param>
    internal EvalPipeline(InputSettings settings, IReadOnlyList<IEvaluatedAlgorithm> algorithms, ulong seed, string? sameFile, Terminal terminal, bool quiet)
    {
        _inputs = InputFinder.Find(settings, terminal);
        // Before anything is measured: what is wrong with it would be told after hours.
        _same = sameFile is null ? SameGroups.None : ReadSame(new TextInput(sameFile, "groups", terminal), quiet ? null : terminal.Error);
        _algorithms = algorithms;
        _decoder = RunDecoder.Open(settings.IsIsolated, settings.Threads);
        _reader = new PictureReader(_decoder, settings.Decode, Recoding.LargestCopy);
        _threads = settings.Threads;
        _seed = seed;
        // No record is printed meanwhile, so the bar has the terminal for itself.
        _progress = new ProgressDisplay(terminal with { OutputIsTerminal = false }, quiet, TimeProvider.System);
    }

    /// <summary>Reads every input and makes its copies.</summary>
    /// <param name="fail">Takes what could not be read, in the order of the inputs.</param>
    /// <param name="cancellation">An interrupt.</param>
    internal async Task MeasureAsync(Action<EvalFailure> fail, CancellationToken cancellation)
    {
        var measurer = new PictureMeasurer(_algorithms, AlterationCatalog.All, _seed);
        await _progress.RunAsync(_inputs.Count, async advance =>
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
    /// <param name="perMillion">False matches in a million distinct pairs that are to be kept.</param>
    /// <param name="cancellation">An interrupt.</param>
    internal EvaluationReport Report(double perMillion, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return EvaluationReport.Of(_algorithms, AlterationCatalog.All, _pictures, _failed, _same, _seed, perMillion, _threads);
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

    SameGroups ReadSame(TextInput input, TextWriter? warnings)
    {
        var same = input.Attempt(() => SameGroups.Read(input.Lines(), [.. _inputs.Select(picture => picture.Path)]));
        foreach (var path in same.Unknown)
        {
            warnings?.WriteLine($"hashmatch: warning: '{Printable.Of(path)}' in '{Printable.Of(input.Name)}' names no picture of this run.");
        }

        return same;
    }
}
