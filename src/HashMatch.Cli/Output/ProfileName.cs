namespace HashMatch.Cli.Output;

/// <summary>A profile as a file names it: shown only if it looks like one, since it could be anything, a hash among it.</summary>
static class ProfileName
{
    const int Longest = 24;

    internal static string Of(string profile) =>
        profile.Length <= Longest && profile.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? profile : "of another name";
}
