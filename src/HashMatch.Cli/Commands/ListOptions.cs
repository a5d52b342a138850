using System.CommandLine;
using HashMatch.Cli.Inputs;
using HashMatch.Hashers;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary>The lists a verb matches against.</summary>
sealed class ListOptions
{
    readonly Option<string[]> _known = new("--known") { HelpName = "[TYPE:]LIST", Description = "A list of known entries: PDQ text or CSV, md5sum-style digests, JSONL, VICS, hash sharing XML, StopNCII JSON, told by its content. TYPE (pdq, md5, sha1, sha256) says what bare digits are. Repeatable.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string[]> _ignore = new("--ignore") { HelpName = "[TYPE:]LIST", Description = "A list of entries of no interest; NSRL too. Repeatable.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string> _cache = new("--list-cache") { HelpName = "DIR", Description = "Keep lists of some size in this folder in a form that is opened at once, a million entries too; made anew whenever a list changes. With --catalog DB it is DB-lists unless given." };
    readonly Option<bool> _strict = new("--strict") { Description = "Stop with exit code 3 at a list with bad rows instead of leaving those rows out." };
    readonly Option<bool> _failOnMatch = new("--fail-on-match") { Description = "Exit with 11 when something known was found." };

    internal void AddTo(Command command, bool required)
    {
        command.Add(_known);
        command.Add(_ignore);
        _cache.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--list-cache needs a folder's name, not an empty text.");
            }
        });
        command.Add(_cache);
        command.Add(_strict);
        command.Add(_failOnMatch);
        if (required)
        {
            command.Validators.Add(result =>
            {
                if (result.GetValue(_known) is not { Length: > 0 } && result.GetValue(_ignore) is not { Length: > 0 })
                {
                    result.AddError("Give at least one list: --known or --ignore.");
                }
            });
        }
    }

    internal bool FailOnMatch(ParseResult parsed) => parsed.GetValue(_failOnMatch);

    internal bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    /// <summary>Where lists are kept for the next start; null for nowhere.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="unlessGiven">The folder where none is given.</param>
    internal string? CacheFolder(ParseResult parsed, string? unlessGiven) =>
        parsed.GetValue(_cache) is { } folder ? PathArguments.Check(parsed, folder)[0] : unlessGiven;

    internal List<KnownList> Read(ParseResult parsed, HashProfile profile, TextWriter? warnings, string? cacheFolder)
    {
        var cache = cacheFolder is null ? null : new KnownListCache(cacheFolder);
        var loader = new ListLoader(profile, parsed.GetValue(_strict), warnings, cache);
        return
        [
            .. (parsed.GetValue(_known) ?? []).Select(list => loader.Load(list, ListRole.Known)),
            .. (parsed.GetValue(_ignore) ?? []).Select(list => loader.Load(list, ListRole.Ignore)),
        ];
    }
}
