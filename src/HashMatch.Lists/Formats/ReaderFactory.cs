using System.Text;
using HashMatch.Lists.Formats.HashSharing;
using HashMatch.Lists.Formats.Nsrl;
using HashMatch.Lists.Formats.StopNcii;
using HashMatch.Lists.Formats.Vics;

namespace HashMatch.Lists.Formats;

/// <summary>Finds a list's format and opens its reader.</summary>
static class ReaderFactory
{
    internal static ListReader Open(string path, ListReadOptions options)
    {
        if (options.Format == ListFormat.NsrlDatabase)
        {
            return new NsrlDatabaseReader(path);
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        try
        {
            return Open(stream, options, path, leaveOpen: false);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    internal static ListReader Open(Stream stream, ListReadOptions options, string? path, bool leaveOpen)
    {
        var start = new byte[FormatSignature.Length];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        ReadOnlyMemory<byte> prefix = start.AsMemory(0, length);
        var format = options.Format == ListFormat.Auto ? FormatSignature.Of(prefix.Span) : options.Format;
        if (format == ListFormat.NsrlDatabase)
        {
            if (path is null)
            {
                throw new ListFormatException("A database is read from a file, not from a stream.");
            }

            stream.Dispose();
            return new NsrlDatabaseReader(path);
        }

        Stream whole = new PrefixedStream(prefix, stream, leaveOpen);
        return format switch
        {
            ListFormat.HashSharing => new HashSharingReader(whole),
            ListFormat.Vics => new VicsReader(Utf8(whole, prefix.Span)),
            ListFormat.StopNcii => new StopNciiReader(Utf8(whole, prefix.Span)),
            _ => new LineListReader(whole, options),
        };
    }

    /// <summary>A stream that is UTF-16 by its byte order mark, as UTF-8; any other as it is.</summary>
    static Stream Utf8(Stream stream, ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(stream, Encoding.Unicode, Encoding.UTF8),
        [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(stream, Encoding.BigEndianUnicode, Encoding.UTF8),
        _ => stream,
    };
}
