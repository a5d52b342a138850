using System.Buffers;
using System.IO.Hashing;
using System.Text.Json;
using HashMatch.Lists.Formats.JsonLines;

namespace HashMatch.Lists.Formats;

/// <summary>128 bits that tell whether two entries say the same: those of the entry as a row of our own form, in this process.</summary>
sealed class EntryFingerprint : IDisposable
{
    readonly ArrayBufferWriter<byte> _buffer = new();
    readonly Utf8JsonWriter _json;

    internal EntryFingerprint() => _json = new Utf8JsonWriter(_buffer, ExtraFields.WriterOptions);

    internal UInt128 Of(ListEntry entry)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        JsonRow.Write(_json, entry);
        _json.Flush();
        return XxHash128.HashToUInt128(_buffer.WrittenSpan, ListEntryKey.Seed);
    }

    public void Dispose() => _json.Dispose();
}
