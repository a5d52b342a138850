using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HashMatch.Imaging;
using HashMatch.Imaging.Isolation;
using Microsoft.Win32.SafeHandles;

namespace HashMatch.FaultyWorker;

/// <summary>A decoder with the faults of native ones: what it does wrong stands in the file, as <c>fault:NAME;</c>.</summary>
sealed class FaultyDecoder : IImageDecoder
{
    internal const string Verb = "worker";
    internal const string Mark = "fault:";

    int _requests;

    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header, [NotNullWhen(false)] out ImageError? error) =>
        ImageDecoder.Default.TryReadHeader(bytes, options, out header, out error);

    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image, [NotNullWhen(false)] out ImageError? error)
    {
        _requests++;
        var text = Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 500)]);
        if (text.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
        {
            Fail(text[(at + Mark.Length)..text.IndexOf(';', at)].Split('='));
        }

        return ImageDecoder.Default.TryDecode(bytes, options, out image, out error);
    }

    void Fail(string[] fault)
    {
        switch (fault[0])
        {
            case "segfault":
                Marshal.ReadByte(unchecked((nint)0xDEAD0000));
                break;
            case "abort":
                Environment.FailFast("abort");
                break;
            case "exit":
                Environment.Exit(0);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "in-turn":
                EndInTurn(fault[1]);
                break;
            case "close-output":
                CloseOutput();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "say-memory":
                // As much as there is room for, but for some bytes.
                Console.Error.Write("failed to allocate".PadLeft(LastWords.Length - 5));
                break;
            case "native-memory":
                TakeNativeMemory();
                break;
            case "managed-memory":
                TakeManagedMemory();
                break;
            case "garbage":
                Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
                break;
            case "forge":
                Forge(new WorkerReply(_requests, WorkerReply.Decoded, 41, 29, 41, 29, 3, 0, long.MaxValue - 1000));
                break;
            case "forge-size":
                Forge(new WorkerReply(_requests, WorkerReply.Decoded, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, -1, long.MaxValue));
                break;
            default:
                throw new ArgumentException(fault[0]);
        }
    }

    // The file says how workers end, one after the other: killed, as by a system that is short of memory, or aborted.
    static void EndInTurn(string file)
    {
        var endings = File.ReadAllText(file);
        if (endings.Length > 0)
        {
            File.WriteAllText(file, endings[1..]);
            if (endings[0] == WorkerHost.Abort)
            {
                Environment.FailFast("abort");
            }

            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }

    // The runtime keeps descriptors of its own to the same pipe.
    static void CloseOutput()
    {
        const string Descriptors = "/proc/self/fd/";
        var pipe = new FileInfo(Descriptors + 1).LinkTarget;
        foreach (var number in Directory.GetFiles(Descriptors).Where(file => new FileInfo(file).LinkTarget == pipe).Select(Path.GetFileName).ToList())
        {
            _ = close(int.Parse(number!, CultureInfo.InvariantCulture));
        }
    }

    [DllImport("libc")]
    static extern int close(int descriptor);

    // GLib ends a process with these words.
    static void TakeNativeMemory()
    {
        try
        {
            while (true)
            {
                _ = Marshal.AllocHGlobal(16 << 20);
            }
        }
        catch (OutOfMemoryException)
        {
            Environment.FailFast("GLib-ERROR: failed to allocate 16777216 bytes");
        }
    }

    static void TakeManagedMemory()
    {
        List<byte[]> taken = [];
        while (true)
        {
            taken.Add(new byte[16 << 20]);
        }
    }

    static void Forge(WorkerReply forged) => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<WorkerReply>(in forged)));

    static void Write(ReadOnlySpan<byte> bytes)
    {
        using SafeFileHandle output = new(1, ownsHandle: false);
        RandomAccess.Write(output, bytes, 0);
    }
}
