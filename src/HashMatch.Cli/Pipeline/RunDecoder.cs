using System.Runtime.InteropServices;
using HashMatch.Imaging;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Cli.Pipeline;

/// <summary>The decoder of a run: in this process, or in workers that are this program again.</summary>
static class RunDecoder
{
    /// <summary>The verb that makes this program a worker; no person has a use for it.</summary>
    internal const string WorkerVerb = "decode-worker";

    /// <summary>A decoder that is to be disposed if it can be.</summary>
    /// <param name="isIsolated">Whether in workers.</param>
    /// <param name="threads">How many threads will decode.</param>
    internal static IImageDecoder Open(bool isIsolated, int threads)
    {
        if (OpenFileLimit.Fault(threads, isIsolated) is { } fault)
        {
            throw CommandException.Unusable(fault);
        }

        if (!isIsolated)
        {
            return ImageDecoder.Default;
        }

        if (!IsolatedDecoder.IsSupported)
        {
            throw CommandException.Usage("decoding in processes of their own (--isolate) needs Linux of 64 bits.");
        }

        string[] command = [.. ThisProgram(), WorkerVerb];
        return new IsolatedDecoder(new IsolationOptions { Program = command[0], Arguments = command[1..], Workers = threads });
    }

    static string[] ThisProgram()
    {
        var assembly = typeof(RunDecoder).Assembly;
        var program = Path.Join(AppContext.BaseDirectory, assembly.GetName().Name + ".dll");
        var runtime = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath : null;
        // In one file, native, or as its own executable: itself. Else by the runtime that runs this.
        var isExecutable = !File.Exists(program) || (System.Reflection.Assembly.GetEntryAssembly() == assembly && runtime is null);
        return isExecutable && Environment.ProcessPath is { } path ? [path]
            : [runtime ?? Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")), program];
    }
}
