using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Triage.Rules;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Files of triage rules.</summary>
sealed class RulesTarget : FuzzTarget
{
    internal override string Name => "triage-rules";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [SeedFiles.Utf8(TriageRules.DefaultText), SeedFiles.Utf8(TriageRules.Default.ToJson()), SeedFiles.Utf8("""{"schema":"hashmatch/triage-rules@1","version":"1"}""")];

    internal override IReadOnlyList<byte[]> Tokens { get; } = [.. CommonTokens.Texts("\"version\":", "\"schema\":\"hashmatch/triage-rules@1\"", "// x\n", "/*", "*/", ",}", ",]", "\"factors\":{", "\"links\":{")];

    internal override string Run(byte[] input, Random random)
    {
        try
        {
            var rules = TriageRules.Parse(input);
            var back = TriageRules.Parse(SeedFiles.Utf8(rules.ToJson()));
            Law.Require(back.Fingerprint == rules.Fingerprint && back.ToJson() == rules.ToJson(), "Rules that are read are written, and read back the same.");
            return rules.Fingerprint == TriageRules.Default.Fingerprint ? "default" : "read";
        }
        catch (TriageRulesException exception)
        {
            // Fields nobody knows are named, whatever their names; there are no hashes in rules.
            Law.RequireLine(exception.Message, most: 1 << 14);
            return string.Join('|', exception.Problems.Select(problem => Law.ShapeOf(problem.ToString())).Order(StringComparer.Ordinal));
        }
    }
}
