using System.CommandLine;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;

namespace HashMatch.Cli.Commands;

/// <summary><c>--algorithm</c>: hashes beside PDQ's, which is always there.</summary>
sealed class AlgorithmOption
{
    static readonly string[] s_names = [.. Enum.GetValues<HashKind>().Select(WireNames.Of)];

    readonly Option<string[]> _algorithms = new("--algorithm") { HelpName = string.Join('|', s_names), Description = "Add the hash of this algorithm; pdq is always there. Repeatable.", Arity = ArgumentArity.OneOrMore };

    internal void AddTo(Command command)
    {
        _algorithms.AcceptOnlyFromAmong(s_names);
        command.Add(_algorithms);
    }

    /// <summary>In one order, however they were asked for.</summary>
    internal AlgorithmHasher Read(ParseResult parsed)
    {
        var names = parsed.GetValue(_algorithms) ?? [];
        return new AlgorithmHasher([.. Enum.GetValues<HashKind>().Where(kind => kind != HashKind.Pdq && names.Contains(WireNames.Of(kind)))]);
    }
}
