using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>The first message of a worker, before it has seen any file.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct WorkerReadiness(Guid Build, long HasLibrary);
