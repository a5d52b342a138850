using HashMatch.Cli.Output;
using HashMatch.Hashers;
using HashMatch.Hosting.Pipeline;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Cli.Inputs;

/// <summary>Loads list files and says what could not be used of them.</summary>
/// <param name="profile">The run's.</param>
/// <param name="strict">Whether a bad row ends the run.</param>
/// <param name="warnings">Gets them; null for silence.</param>
/// <param name="cache">Where lists are kept for the next start; null to read each anew.</param>
sealed class ListLoader(HashProfile profile, bool strict, TextWriter? warnings, KnownListCache? cache)
{
    /// <summary>Bad rows named one by one; the rest is counted.</summary>
    const int MostRowsNamed = 5;

    /// <param name="argument">A path, perhaps behind <c>TYPE:</c>.</param>
    /// <param name="role">How the list is used.</param>
    internal KnownList Load(string argument, ListRole role)
    {
        var (path, type) = SplitType(argument);
        ListReadOptions options = new() { Name = ListNames.OfFile(path), Role = role, HashType = type };
        var result = ListFiles.Attempt(path, "read",
            () => cache is null ? KnownListReader.Read(path, options) : cache.Read(path, options, problem => Warn($"hashmatch: {problem}")));
        Report(path, result);
        return ListProfiles.FitOf(result.List, profile) switch
        {
            ProfileFit.Other => throw CommandException.Unusable(
                $"the list '{path}' holds hashes of profile '{ProfileName.Of(result.List.Profile!)}', and this run makes '{profile.Name}': use --profile {ProfileName.Of(result.List.Profile!)} or another list."),
            ProfileFit.Unnamed => throw CommandException.Unusable(
                $"the list '{path}' names no profile, so its hashes are taken for PDQ as exchanged, and this run makes '{profile.Name}': use --profile {HashProfile.Pdq1.Name}, or hash records of profile {profile.Name} as the list."),
            _ => result.List,
        };
    }

    void Report(string path, ListReadResult result)
    {
        var bad = result.Errors.Count;
        if (bad > 0)
        {
            foreach (var error in result.Errors.Take(MostRowsNamed))
            {
                // Editors open a file at a line that is written so.
                Warn(error.Place.Unit == ListPlaceUnit.Line
                    ? $"hashmatch: {path}:{error.Line}: {error.Reason}"
                    : $"hashmatch: {path}: {error.Place}: {error.Reason}");
            }

            if (strict || bad == result.Rows)
            {
                throw CommandException.Unusable(
                    $"the list '{path}' has {bad} unusable rows of {result.Rows}; {result.Errors[0].Place}: {result.Errors[0].Reason}");
            }

            Warn($"hashmatch: {path}: {bad} of {result.Rows} rows were left out, {result.List.Entries.Count} went in.");
        }
        else if (result.Rows == 0)
        {
            Warn($"hashmatch: {path}: the list is empty.");
        }
    }

    void Warn(string message) => warnings?.WriteLine(Printable.Of(message));

    static (string Path, ListHashType Type) SplitType(string argument)
    {
        foreach (var type in Enum.GetValues<ListHashType>())
        {
            var prefix = type + ":";
            if (type != ListHashType.Auto && argument.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return (argument[prefix.Length..], type);
            }
        }

        return (argument, ListHashType.Auto);
    }
}
