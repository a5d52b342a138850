using System.CommandLine;
using HashMatch.Hashers;

namespace HashMatch.Cli.Commands;

/// <summary>The options that choose the recipe of a hash.</summary>
sealed class HashOptions
{
    readonly Option<string> _profile = new("--profile") { HelpName = "PROFILE", Description = "The recipe: pdq-1 as exchanges store it, pdq-512 as PDQ's own tool.", DefaultValueFactory = _ => HashProfile.Pdq1.Name };

    internal void AddTo(Command command)
    {
        _profile.AcceptOnlyFromAmong([.. HashProfile.OfKind(HashKind.Pdq).Select(profile => profile.Name)]);
        command.Add(_profile);
    }

    internal HashProfile Read(ParseResult parsed) => HashProfile.Find(parsed.GetRequiredValue(_profile))!;
}
