using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using HashMatch.Hashers;

namespace HashMatch.Imaging.Isolation;

/// <summary>Decodes in worker processes: a file that crashes, hangs or bloats a native decoder costs that file, not the program.</summary>
/// <remarks>
/// <para>Pictures and failures are those of <see cref="ImageDecoder"/>. The walk over a file's structure and BMP are managed
/// code and stay in this process; all else goes to a worker, whose replies are held against that walk. Pixels lie in memory
/// that both share, so they are not copied.</para>
/// <para>A file whose worker dies is tried once more in a fresh one. If that dies too, the file is
/// <see cref="ImageErrorCode.Corrupt"/>, or <see cref="ImageErrorCode.TooLarge"/> where memory ran out. Workers that somebody
/// kills are replaced four times. A worker that does not give up when time is up is killed a second later:
/// <see cref="ImageErrorCode.Timeout"/>.</para>
/// <para>This guards against crashes. It is no sandbox: code that a file smuggles into a worker has the rights of the user,
/// and may spoil what that worker decodes later.</para>
/// <para>A picture keeps its worker until it is disposed. Where <see cref="IsolationOptions.Workers"/> are kept, pixels are
/// copied instead. A worker takes some 20 MB beside what all share, and up to 90 MB more once it has had large pictures.
/// Thread-safe.</para>
/// </remarks>
public sealed class IsolatedDecoder : IImageDecoder, IDisposable
{
    // A crash comes again or was chance. Who kills workers may do so for a while.
    const int MostCrashes = 2;
    const int MostKills = 5;

    readonly WorkerPool _pool;
    readonly long? _memory;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="options">How workers are started, and how many.</param>
    /// <exception cref="PlatformNotSupportedException">This is not Linux of 64 bits.</exception>
    /// <exception cref="InvalidOperationException">This process is itself a worker, and should have called <see cref="DecodeWorker.Run()"/> first of all.</exception>
    public IsolatedDecoder(IsolationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IsSupported)
        {
            throw new PlatformNotSupportedException("Decoding in worker processes needs Linux of 64 bits.");
        }

        if (Environment.GetEnvironmentVariable(WorkerLaunch.Mark) is not null)
        {
            // Else each worker would start workers of its own.
            throw new InvalidOperationException("This program was started as a decode worker, and must call DecodeWorker.Run before anything else.");
        }

        _pool = new WorkerPool(options);
        _memory = options.MaxMemory;
    }

    /// <summary>Whether this system can do it: Linux of 64 bits.</summary>
    [SupportedOSPlatformGuard("linux")]
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>The workers.</summary>
    internal WorkerPool Pool => _pool;

    /// <inheritdoc/>
    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header,
        [NotNullWhen(false)] out ImageError? error) =>
        ImageDecoder.Default.TryReadHeader(bytes, options, out header, out error);

    /// <inheritdoc/>
    /// <exception cref="DecodeWorkerException">No worker can be started.</exception>
    /// <exception cref="DllNotFoundException">The workers lack the native library for this platform.</exception>
    /// <exception cref="ObjectDisposedException">This was disposed, and the file needs a worker.</exception>
    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        image = null;
        if (!ImageDecoder.TryPrepare(bytes.Span, options, out var format, out var structure, out error))
        {
            return false;
        }

        if (format == ImageFormat.Bmp)
        {
            return ImageDecoder.Default.TryDecode(bytes, options, out image, out error);
        }

        ReplyCheck check = new(format, structure, options);
        var (crashes, kills) = (0, 0);
        while (true)
        {
            switch (Attempt(bytes.Span, options, check, isFresh: crashes + kills > 0, out image, out error))
            {
                case null:
                    return error is null;
                case WorkerEnd.Overdue:
                    error = Failures.Timeout;
                    return false;
                case WorkerEnd.Killed when ++kills == MostKills:
                    error = Failures.NoMemory;
                    return false;
                case WorkerEnd.OutOfMemory when ++crashes == MostCrashes:
                    error = Failures.OverMemory(format);
                    return false;
                case WorkerEnd.Crashed when ++crashes == MostCrashes:
                    error = Failures.Crashing(format);
                    return false;
            }
        }
    }

    /// <summary>Ends the workers. Pictures that are not disposed stay valid.</summary>
    public void Dispose() => _pool.Dispose();

    /// <summary>One try in one worker: how that came to its end, or null where it replied.</summary>
    WorkerEnd? Attempt(ReadOnlySpan<byte> bytes, DecodeOptions options, in ReplyCheck check, bool isFresh, out DecodedImage? image, out ImageError? error)
    {
        (image, error) = (null, null);
        var worker = _pool.Take(WorkerLimits.For(options, _memory, bytes.Length, check.PixelCount), isFresh);
        WorkerEnd? end = WorkerEnd.Crashed;
        WorkerReply reply;
        try
        {
            end = worker.Decode(bytes, options, out reply);
            if (end is null && !check.IsPossible(reply, worker.Limits.PixelBytes, out error))
            {
                end = WorkerEnd.Crashed;
            }
        }
        finally
        {
            if (end is not null)
            {
                _pool.Discard(worker);
            }
        }

        if (end is not null)
        {
            return end;
        }

        if (error is not null)
        {
            _pool.Return(worker);
        }
        else if (WorkerPixels.TryTake(_pool, worker, reply, out var pixels))
        {
            image = new DecodedImage(pixels, reply.Width, reply.Height, (PixelLayout)reply.PixelSize, check.Format, reply.Partial != 0)
            {
                FullWidth = reply.FullWidth,
                FullHeight = reply.FullHeight,
            };
        }
        else
        {
            error = Failures.NoMemory;
        }

        return null;
    }
}
