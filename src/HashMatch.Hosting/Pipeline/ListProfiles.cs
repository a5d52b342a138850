using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Pipeline;

/// <summary>Whether a list's hashes may be compared with those of a profile.</summary>
static class ListProfiles
{
    /// <summary>Compares the two.</summary>
    internal static ProfileFit FitOf(KnownList list, HashProfile profile) =>
        list.Profile is { } made ? made == profile.Name ? ProfileFit.Fits : ProfileFit.Other
        : profile.IsExchanged || list.HashCount == 0 ? ProfileFit.Fits
        : ProfileFit.Unnamed;

    /// <summary>Throws when a list's hashes may not be compared with those of the profile.</summary>
    /// <exception cref="ArgumentException">They may not.</exception>
    internal static void RequireFit(IEnumerable<KnownList> lists, HashProfile profile)
    {
        foreach (var list in lists)
        {
            switch (FitOf(list, profile))
            {
                case ProfileFit.Other:
                    throw new ArgumentException($"The list '{list.Name}' holds hashes of profile '{list.Profile}', and the service makes '{profile}'.", nameof(lists));
                case ProfileFit.Unnamed:
                    throw new ArgumentException($"The list '{list.Name}' names no profile, so its hashes are taken for PDQ as exchanged, and the service makes '{profile}'.", nameof(lists));
            }
        }
    }
}
