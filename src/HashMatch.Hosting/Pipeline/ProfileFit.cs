namespace HashMatch.Hosting.Pipeline;

/// <summary>How a list's profile and another one go together.</summary>
enum ProfileFit
{
    /// <summary>Their hashes may be compared.</summary>
    Fits,

    /// <summary>The list names another profile.</summary>
    Other,

    /// <summary>The list names none, so its hashes are taken for PDQ as exchanged, and the profile is not one of these.</summary>
    Unnamed,
}
