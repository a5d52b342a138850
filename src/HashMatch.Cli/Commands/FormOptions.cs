using System.CommandLine;
using HashMatch.Hashers;

namespace HashMatch.Cli.Commands;

/// <summary>The option that chooses which altered copies are looked for.</summary>
sealed class FormOptions
{
    static readonly Dictionary<string, FormKinds> s_kinds = new()
    {
        ["all"] = FormKinds.All,
        ["none"] = FormKinds.None,
        ["dihedral"] = FormKinds.Dihedral,
        ["trim"] = FormKinds.Trimmed,
    };

    readonly Option<string> _forms = new("--forms") { HelpName = string.Join('|', s_kinds.Keys), Description = "The altered copies to look for: dihedral, turned and mirrored ones; trim, those within a border or without theirs.", DefaultValueFactory = _ => "all" };

    internal void AddTo(Command command)
    {
        _forms.AcceptOnlyFromAmong([.. s_kinds.Keys]);
        command.Add(_forms);
    }

    /// <summary>The word of the option for these.</summary>
    internal static string NameOf(FormKinds forms) => s_kinds.First(kind => kind.Value == forms).Key;

    internal FormKinds Read(ParseResult parsed) => s_kinds[parsed.GetRequiredValue(_forms)];
}
