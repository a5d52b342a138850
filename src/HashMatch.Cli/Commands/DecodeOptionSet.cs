using System.CommandLine;
using HashMatch.Imaging;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Cli.Commands;

/// <summary>The options that bound and steer decoding.</summary>
/// <param name="isolates">Whether pictures are decoded in processes of their own unless an option says otherwise.</param>
sealed class DecodeOptionSet(bool isolates = false)
{
    readonly Option<long> _maxPixels = new("--max-pixels") { HelpName = "N", Description = "The most pixels of one picture.", DefaultValueFactory = _ => DecodeOptions.Default.MaxPixels };
    readonly Option<long> _maxBytes = new("--max-bytes") { HelpName = "N", Description = "The most bytes of one file.", DefaultValueFactory = _ => DecodeOptions.Default.MaxBytes };
    readonly Option<bool> _noOrient = new("--no-orient") { Description = "Do not apply the EXIF orientation." };
    readonly Option<bool> _tolerant = new("--tolerant") { Description = "Hash what is there of a truncated image, and say so." };
    readonly Option<bool> _isolate = new("--isolate") { Description = "Decode in processes of their own: a file that crashes a decoder costs its record, not the run." + (isolates ? " The default on Linux." : "") };
    readonly Option<bool> _noIsolate = new("--no-isolate") { Description = "Decode in this process." + (isolates ? "" : " The default.") };

    internal void AddTo(Command command)
    {
        _maxPixels.RequireAtLeast(1);
        _maxBytes.RequireAtLeast(1);
        command.Add(_maxPixels);
        command.Add(_maxBytes);
        command.Add(_noOrient);
        command.Add(_tolerant);
        command.Add(_isolate);
        command.Add(_noIsolate);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_isolate) && result.GetValue(_noIsolate))
            {
                result.AddError("--isolate and --no-isolate exclude each other.");
            }
        });
    }

    /// <summary>Whether pictures are decoded in processes of their own; only where that can be unless it was asked for.</summary>
    internal bool IsIsolated(ParseResult parsed) =>
        parsed.GetValue(_isolate) || (isolates && IsolatedDecoder.IsSupported && !parsed.GetValue(_noIsolate));

    internal DecodeOptions Read(ParseResult parsed) => DecodeOptions.Default with
    {
        MaxPixels = parsed.GetValue(_maxPixels),
        MaxBytes = parsed.GetValue(_maxBytes),
        ApplyOrientation = !parsed.GetValue(_noOrient),
        Tolerant = parsed.GetValue(_tolerant),
    };
}
