using System.Runtime.InteropServices;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Sets libvips up once, before its first use.</summary>
static class VipsLibrary
{
    // Native code calls it as long as the process lives.
    static readonly Log.LogDelegate s_silence = static (_, _, _) => { };

    static readonly Lazy<bool> s_ready = new(SetUp);

    /// <summary>Sets the library up if that is still to do.</summary>
    /// <exception cref="DllNotFoundException">It is not here, or does not start; the same at every call.</exception>
    public static void EnsureReady() => _ = s_ready.Value;

    /// <summary>One exception, whatever the system's loader came upon, that says what to install.</summary>
    public static DllNotFoundException Missing(string platform, Exception? cause) =>
        new($"Images cannot be decoded: the native library libvips for {platform} was not found or does not start. "
            + "Reference the package NetVips.Native in the application and publish it for that platform, or install libvips with "
            + "the system's package manager.", cause);

    static bool SetUp()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            throw Missing(RuntimeInformation.RuntimeIdentifier, ModuleInitializer.Exception);
        }

        // Only loaders that are fuzzed in public stay reachable.
        NetVips.NetVips.BlockUntrusted = true;
        // Every picture is met once: a cache of operations would only hold memory.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        // Our callers run one picture a thread.
        NetVips.NetVips.Concurrency = 1;
        // Its warnings would go to the standard error stream of whoever uses this library; the errors we return say it all.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, s_silence);
        return true;
    }
}
