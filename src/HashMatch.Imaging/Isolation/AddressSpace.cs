using System.Globalization;

namespace HashMatch.Imaging.Isolation;

/// <summary>The address space of this process.</summary>
static class AddressSpace
{
    /// <summary>Lets it grow by so many bytes, and no more. Where the system allows less already, that stays.</summary>
    internal static void LimitTo(long spare)
    {
        // Who may raise a limit would do so here.
        var allowed = Libc.GetLimit(Libc.AddressSpace, out var limit) == 0 ? limit.Soft : ulong.MaxValue;
        var most = Math.Min(allowed, (ulong)InUse() + (ulong)spare);
        Libc.SetLimit(Libc.AddressSpace, new Libc.ResourceLimit(most, most));
    }

    /// <summary>Most of it is room that the runtime and shared memory reserve.</summary>
    static long InUse()
    {
        var pages = File.ReadAllText("/proc/self/statm").AsSpan();
        return long.Parse(pages[..pages.IndexOf(' ')], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
