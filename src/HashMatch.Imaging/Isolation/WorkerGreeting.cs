using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>The first message to a worker: which memory is shared, and what it may take.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct WorkerGreeting(Guid Build, long Process, long Descriptor, WorkerLimits Limits)
{
    /// <summary>Tells builds apart: messages are memory as it lies, so both sides must be the same.</summary>
    internal static Guid ThisBuild { get; } = typeof(WorkerGreeting).Module.ModuleVersionId;
}
