using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Rules;

/// <summary>The sections of a file of rules from JSON.</summary>
static class RulesFields
{
    static readonly JsonDocumentOptions s_json = new()
    {
        MaxDepth = 16,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads a file over the rules that hold for what it leaves out.</summary>
    /// <exception cref="TriageRulesException">The file is not valid.</exception>
    internal static TriageRules Parse(ReadOnlySpan<byte> utf8, TriageRules rules)
    {
        FieldNotes notes = new(line: 0);
        if (utf8.Length > TriageRules.MaxBytes)
        {
            notes.Error($"is longer than {TriageRules.MaxBytes} bytes");
        }
        else if (JsonObjects.TryParseObject(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, s_json, notes, out var fields))
        {
            RuleForms.ReadAll(fields, notes, (name, value) =>
            {
                switch (name)
                {
                    case "schema":
                        JsonObjects.ExpectSchema(value, TriageRules.SchemaId, notes);
                        return true;
                    case "version":
                        rules = rules with { Version = JsonFields.TryText(value, 100, notes, out var version) ? version : "" };
                        return true;
                    case "factors":
                        rules = rules with { Factors = FactorFields.Read(value, rules.Factors, notes) };
                        return true;
                    case "preservation":
                        rules = rules with { Preservation = Preservation(value, rules.Preservation, notes) };
                        return true;
                    case "referral":
                        rules = rules with { Referral = Referral(value, rules.Referral, notes) };
                        return true;
                    case "links":
                        rules = rules with { Links = Links(value, rules.Links, notes) };
                        return true;
                    default:
                        return false;
                }
            });
            JsonObjects.Require(fields, notes, "schema", "version");
        }

        return notes.HasErrors ? throw new TriageRulesException(notes.Problems) : rules.WithFingerprint();
    }

    static PreservationRules Preservation(JsonElement value, PreservationRules rules, FieldNotes notes)
    {
        const int MostDays = 36_500;
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            switch (name)
            {
                case "defaultDays":
                    rules = rules with { DefaultDays = RuleForms.Number(field, 1, MostDays, notes) };
                    return true;
                case "jurisdictions":
                    rules = rules with { Jurisdictions = RuleForms.Table(field, 1, MostDays, notes) };
                    return true;
                default:
                    return false;
            }
        });
        return rules;
    }

    static ReferralRules Referral(JsonElement value, ReferralRules rules, FieldNotes notes)
    {
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            switch (name)
            {
                case "required":
                    rules = rules with { Required = RuleForms.Parts(field, notes) };
                    return true;
                case "wanted":
                    rules = rules with { Wanted = RuleForms.Parts(field, notes) };
                    return true;
                default:
                    return false;
            }
        });
        return rules;
    }

    static LinkRules Links(JsonElement value, LinkRules rules, FieldNotes notes)
    {
        const int MostStrength = 100;
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            var (least, most) = name switch
            {
                "radius" => (0, 64),
                "commonAbove" => (2, 1_000_000),
                _ => (0, MostStrength),
            };
            int Number() => RuleForms.Number(field, least, most, notes);
            LinkRules? read = name switch
            {
                "radius" => rules with { Radius = Number() },
                "minQuality" => rules with { MinQuality = Number() },
                "sameBytes" => rules with { SameBytes = Number() },
                "sameHash" => rules with { SameHash = Number() },
                "hashAtRadius" => rules with { HashAtRadius = Number() },
                "account" => rules with { Account = Number() },
                "device" => rules with { Device = Number() },
                "groupAtLeast" => rules with { GroupAtLeast = Number() },
                "commonAbove" => rules with { CommonAbove = Number() },
                _ => null,
            };
            rules = read ?? rules;
            return read is not null;
        });
        if (rules.HashAtRadius > rules.SameHash)
        {
            notes.Error("hashAtRadius must not exceed sameHash");
        }

        return rules;
    }
}
