using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Rules;

/// <summary>The section of the factors.</summary>
static class FactorFields
{
    internal static FactorRules Read(JsonElement value, FactorRules rules, FieldNotes notes)
    {
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            FactorRules? read = name switch
            {
                "escalation" => rules with { Escalation = RuleForms.Points(field, notes) },
                "severity" => Severity(field, rules, notes),
                "incidentType" => IncidentType(field, rules, notes),
                "firstGeneration" => rules with { FirstGeneration = RuleForms.Count(field, rules.FirstGeneration, notes) },
                "unclearItems" => rules with { UnclearItems = RuleForms.Count(field, rules.UnclearItems, notes) },
                "newInformation" => NewInformation(field, rules, notes),
                "sources" => rules with { Sources = RuleForms.Count(field, rules.Sources, notes) },
                "linkedReports" => rules with { LinkedReports = RuleForms.Count(field, rules.LinkedReports, notes) },
                "preservation" => rules with { Preservation = RuleForms.Steps(field, isRising: false, notes) },
                "ageFloor" => rules with { AgeFloor = RuleForms.Steps(field, isRising: true, notes) },
                _ => null,
            };
            rules = read ?? rules;
            return read is not null;
        });
        return rules;
    }

    static FactorRules Severity(JsonElement value, FactorRules rules, FieldNotes notes)
    {
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            FactorRules? read = name switch
            {
                "labels" => rules with { Labels = RuleForms.Table(field, 0, RuleForms.MostPoints, notes) },
                "otherLabels" => rules with { OtherLabels = RuleForms.Points(field, notes) },
                _ => null,
            };
            rules = read ?? rules;
            return read is not null;
        });
        return rules;
    }

    static FactorRules IncidentType(JsonElement value, FactorRules rules, FieldNotes notes)
    {
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            FactorRules? read = name switch
            {
                "types" => rules with { IncidentTypes = RuleForms.Table(field, 0, RuleForms.MostPoints, notes) },
                "otherTypes" => rules with { OtherIncidentTypes = RuleForms.Points(field, notes) },
                _ => null,
            };
            rules = read ?? rules;
            return read is not null;
        });
        return rules;
    }

    static FactorRules NewInformation(JsonElement value, FactorRules rules, FieldNotes notes)
    {
        RuleForms.ReadAll(value, notes, (name, field) =>
        {
            FactorRules? read = name switch
            {
                "place" => rules with { NewPlace = RuleForms.Points(field, notes) },
                "device" => rules with { NewDevice = RuleForms.Points(field, notes) },
                "account" => rules with { NewAccount = RuleForms.Points(field, notes) },
                _ => null,
            };
            rules = read ?? rules;
            return read is not null;
        });
        return rules;
    }
}
