using System.CommandLine;
using HashMatch.Imaging;

namespace HashMatch.Cli.Commands;

/// <summary>The options that bound and steer decoding.</summary>
sealed class DecodeOptionSet
{
    readonly Option<long> _maxPixels = new("--max-pixels") { HelpName = "N", Description = "The most pixels of one picture.", DefaultValueFactory = _ => DecodeOptions.Default.MaxPixels };
    readonly Option<long> _maxBytes = new("--max-bytes") { HelpName = "N", Description = "The most bytes of one file.", DefaultValueFactory = _ => DecodeOptions.Default.MaxBytes };
    readonly Option<bool> _noOrient = new("--no-orient") { Description = "Do not apply the EXIF orientation." };
    readonly Option<bool> _tolerant = new("--tolerant") { Description = "Hash what is there of a truncated image, and say so." };
    readonly Option<bool> _isolate = new("--isolate") { Description = "Decode in processes of their own, so that a file that crashes a decoder costs its record and not the run." };

    internal void AddTo(Command command)
    {
        _maxPixels.RequireAtLeast(1);
        _maxBytes.RequireAtLeast(1);
        command.Add(_maxPixels);
        command.Add(_maxBytes);
        command.Add(_noOrient);
        command.Add(_tolerant);
        command.Add(_isolate);
    }

    internal bool IsIsolated(ParseResult parsed) => parsed.GetValue(_isolate);

    internal DecodeOptions Read(ParseResult parsed) => DecodeOptions.Default with
    {
        MaxPixels = parsed.GetValue(_maxPixels),
        MaxBytes = parsed.GetValue(_maxBytes),
        ApplyOrientation = !parsed.GetValue(_noOrient),
        Tolerant = parsed.GetValue(_tolerant),
    };
}
