using System.CommandLine;
using HashMatch.Hashers;

namespace HashMatch.Cli.Commands;

/// <summary>The option that chooses which altered copies are looked for.</summary>
sealed class FormOptions
{
    static readonly string[] s_names = [.. WireNames.Forms.Keys];

    readonly Option<string> _forms = new("--forms") { HelpName = string.Join('|', s_names), Description = "The altered copies to look for: dihedral, turned and mirrored ones; trim, those within a border or without theirs.", DefaultValueFactory = _ => "all" };

    internal void AddTo(Command command)
    {
        _forms.AcceptOnlyFromAmong(s_names);
        command.Add(_forms);
    }

    internal FormKinds Read(ParseResult parsed) => WireNames.Forms[parsed.GetRequiredValue(_forms)];
}
