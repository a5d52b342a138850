using System.Reflection;

namespace HashMatch.Packages.Tests;

/// <summary>What the build wrote down for these tests.</summary>
static class BuildFacts
{
    /// <summary>Release or Debug: what was built before the tests is packed as it is.</summary>
    internal static string Configuration { get; } = Read("Configuration");

    /// <summary>The folder of packages that the build has restored.</summary>
    internal static string PackageCache { get; } = Read("PackageCache");

    static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;
}
