using System.CommandLine;
using HashMatch.Hosting.Pipeline;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary>What a list file is, where its content does not tell.</summary>
sealed class ListSourceOptions
{
    readonly Option<string> _from = new("--from") { HelpName = "FORMAT", Description = "The list's format: text, jsonl, vics, hash-sharing, stopncii, nsrl-text, nsrl. Default: told by its content." };
    readonly Option<string> _type = new("--type") { HelpName = "TYPE", Description = "What bare digits of a text list are: pdq, md5, sha1 or sha256." };

    internal void AddTo(Command command)
    {
        _from.AcceptOnlyFromAmong([.. Enum.GetValues<ListFormat>().Where(format => format != ListFormat.Auto).Select(WireNames.Of)]);
        _type.AcceptOnlyFromAmong("pdq", "md5", "sha1", "sha256");
        command.Add(_from);
        command.Add(_type);
    }

    internal ListReadOptions Read(ParseResult parsed, string path) => new()
    {
        Name = ListNames.OfFile(path),
        Format = parsed.GetValue(_from) is { } from ? Enum.GetValues<ListFormat>().First(format => WireNames.Of(format) == from) : ListFormat.Auto,
        HashType = parsed.GetValue(_type) is { } type ? Enum.Parse<ListHashType>(type, ignoreCase: true) : ListHashType.Auto,
    };
}
