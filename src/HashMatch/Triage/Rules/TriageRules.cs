using System.Security.Cryptography;
using System.Text;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Rules;

/// <summary>Everything triage decides by, from one file that the operator edits. Immutable and thread-safe.</summary>
/// <remarks>
/// The file is JSON with comments and trailing commas, schema <c>hashmatch/triage-rules@1</c>. It must name its schema and
/// version; a section or field it leaves out is that of <see cref="Default"/>, a table that it brings replaces the whole
/// default table. A field nobody knows is an error, since a slip of the pen must not change the order in silence.
/// </remarks>
public sealed record TriageRules
{
    /// <summary>What the file's <c>schema</c> field says.</summary>
    public const string SchemaId = "hashmatch/triage-rules@1";

    /// <summary>The longest file in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    internal TriageRules()
    {
    }

    /// <summary>The default rules as a file, with comments: what an operator begins with.</summary>
    public static string DefaultText { get; } = EmbeddedText.Read("triage-rules.jsonc");

    /// <summary>The default rules.</summary>
    public static TriageRules Default { get; } = RulesFields.Parse(Encoding.UTF8.GetBytes(DefaultText), new TriageRules());

    /// <summary>The version the operator gave them.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>A SHA-256 over all they say, 64 hexadecimal digits: tells whether rules changed under one version.</summary>
    public string Fingerprint { get; internal init; } = "";

    /// <summary>What the factors weigh.</summary>
    public FactorRules Factors { get; internal init; } = new();

    /// <summary>How long reports are kept.</summary>
    public PreservationRules Preservation { get; internal init; } = new();

    /// <summary>What makes a report complete.</summary>
    public ReferralRules Referral { get; internal init; } = new();

    /// <summary>What links reports.</summary>
    public LinkRules Links { get; internal init; } = new();

    /// <summary>Reads a file of rules.</summary>
    /// <param name="utf8Json">The file's bytes; a byte order mark is passed over.</param>
    /// <exception cref="TriageRulesException">The file is not valid; the exception names every field that is not.</exception>
    public static TriageRules Parse(ReadOnlySpan<byte> utf8Json) => RulesFields.Parse(utf8Json, Default);

    /// <summary>The rules in force with every field, as JSON; <see cref="Parse"/> reads them back.</summary>
    public string ToJson() => RulesWriter.Write(this, indented: true);

    internal TriageRules WithFingerprint() =>
        this with { Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RulesWriter.Write(this, indented: false)))) };
}
