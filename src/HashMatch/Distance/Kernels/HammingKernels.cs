using System.Runtime.Intrinsics;

namespace HashMatch.Distance.Kernels;

/// <summary>The kernels this machine can run, fastest first by measurement, and the one in use.</summary>
static class HammingKernels
{
    /// <summary>The environment variable that forces a kernel by name.</summary>
    public const string Variable = "HASHMATCH_KERNEL";

    static readonly string[] s_names = [Vector512Lanes.Name, Vector256Lanes.Name, Vector128Lanes.Name, ScalarLanes.Name];
    static HammingKernel? s_default;

    /// <summary>Every kernel that runs here; the scalar one is always the last.</summary>
    public static IReadOnlyList<HammingKernel> Available { get; } = Find();

    /// <summary>The kernel indexes use, chosen once.</summary>
    /// <exception cref="KernelUnavailableException">The variable names a kernel that is unknown or does not run here.</exception>
    public static HammingKernel Default => s_default ??= Choose(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The kernel of that name, or the fastest for null or an empty name.</summary>
    /// <exception cref="KernelUnavailableException">The name is unknown or the kernel does not run here.</exception>
    public static HammingKernel Choose(string? name) =>
        string.IsNullOrEmpty(name)
            ? Available[0]
            : Available.FirstOrDefault(kernel => kernel.Name == name) ?? throw Unavailable(name);

    /// <summary>Of another family of kernels the one that goes with the one in use: of the same name, or the next narrower there is.</summary>
    /// <param name="available">The family's kernels that run here, fastest first, a scalar one last.</param>
    /// <param name="nameOf">A kernel's name, one of ours.</param>
    /// <exception cref="KernelUnavailableException">The variable names a kernel that is unknown or does not run here.</exception>
    public static T Matching<T>(IReadOnlyList<T> available, Func<T, string> nameOf)
    {
        var widest = Array.IndexOf(s_names, Default.Name);
        return available.First(kernel => Array.IndexOf(s_names, nameOf(kernel)) >= widest);
    }

    static KernelUnavailableException Unavailable(string name)
    {
        var reason = s_names.Contains(name) ? "needs instructions this machine does not offer" : "is unknown";
        return new KernelUnavailableException(
            $"{Variable}: kernel '{name}' {reason}; available: {string.Join(", ", Available)}.");
    }

    static List<HammingKernel> Find()
    {
        var kernels = new List<HammingKernel>();
        Add<Vector512Lanes, Vector512<ulong>>(kernels);
        Add<Vector256Lanes, Vector256<ulong>>(kernels);
        Add<Vector128Lanes, Vector128<ulong>>(kernels);
        Add<ScalarLanes, ulong>(kernels);
        return kernels;
    }

    static void Add<TLanes, TVector>(List<HammingKernel> kernels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (TLanes.IsSupported)
        {
            kernels.Add(new LaneKernel<TLanes, TVector>());
        }
    }
}
