using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Sets libvips up once, before its first use.</summary>
static class VipsLibrary
{
    // Native code calls it as long as the process lives.
    static readonly Log.LogDelegate s_silence = static (_, _, _) => { };

    static readonly Lazy<bool> s_ready = new(SetUp);

    /// <summary>Whether the native library is here and set up.</summary>
    public static bool EnsureReady() => s_ready.Value;

    static bool SetUp()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            throw new DllNotFoundException("The native libvips library could not be loaded.", ModuleInitializer.Exception);
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
