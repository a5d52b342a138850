using System.CommandLine;
using System.Globalization;

namespace HashMatch.Cli.Help;

/// <summary>How verbs, arguments and options are written in help.</summary>
static class SymbolText
{
    /// <summary>The verb as it is typed behind the command, <c>list import</c>; empty for the command itself.</summary>
    internal static string VerbOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is not { } parent ? ""
        : VerbOf(parent) is { Length: > 0 } above ? $"{above} {command.Name}" : command.Name;

    /// <summary>The whole command line in short.</summary>
    internal static string UsageOf(Command command)
    {
        IEnumerable<string> words =
        [
            "hashmatch",
            VerbOf(command),
            .. command.Subcommands.Count > 0 ? ["VERB"] : command.Arguments.Select(NameOf),
            .. command.Options.Where(option => option.Required).Select(LongNameOf),
            "[options]",
        ];
        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    /// <summary><c>PATH</c>, <c>[PATH...]</c>: whether it must be there, and whether several may.</summary>
    internal static string NameOf(Argument argument)
    {
        var name = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    /// <summary><c>-o, --output FILE</c>.</summary>
    internal static string NamesOf(Option option) =>
        string.Join(", ", ((IEnumerable<string>)[option.Name, .. option.Aliases]).Where(name => name.StartsWith('-') && name != "-?").OrderBy(name => name.Length)) + ValueOf(option);

    internal static string DescriptionOf(Option option)
    {
        var text = option.Description ?? "";
        return option.Required ? $"{text} Required."
            : !text.Contains("Default: ", StringComparison.Ordinal) && DefaultOf(option) is { } value ? $"{text} Default: {value}."
            : text;
    }

    static string LongNameOf(Option option) => option.Name + ValueOf(option);

    static string ValueOf(Option option) => option switch
    {
        { HelpName: null } => "",
        { Arity.MinimumNumberOfValues: 0 } => $" [{option.HelpName}]",
        _ => $" {option.HelpName}",
    };

    static string? DefaultOf(Option option) => option.HasDefaultValue && option.ValueType != typeof(bool)
        ? Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null
        : null;
}
