using HashMatch.Hashes;

namespace HashMatch.Cli.Output;

/// <summary>A profile as a file names it: shown only if it looks like one, since it could be anything, a hash among it.</summary>
static class ProfileName
{
    /// <summary>One less than the shortest hash has digits.</summary>
    const int Longest = Hash64.TextLength - 1;

    internal static string Of(string profile) =>
        profile.Length <= Longest && profile.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? profile : "of another name";
}
