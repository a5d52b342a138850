using System.Text.Json;
using HashMatch.Triage.Internals;
using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Rules;

/// <summary>The forms a value of the rules can have.</summary>
static class RuleForms
{
    internal const int MostPoints = 10_000;
    const int MostCount = 1_000;
    const int MostEntries = 10_000;
    const int MostSteps = 100;
    const int MostDays = 36_500;

    /// <summary>Hands every field of an object to <paramref name="read"/>, which says whether it knows it.</summary>
    internal static void ReadAll(JsonElement value, FieldNotes notes, Func<string, JsonElement, bool> read)
    {
        if (!JsonFields.IsObject(value, notes))
        {
            return;
        }

        foreach (var field in value.EnumerateObject())
        {
            if (JsonObjects.TryName(field, notes, out var name))
            {
                notes.Enter(name);
                if (!read(name, field.Value))
                {
                    notes.Error("is no field of the rules");
                }

                notes.Leave();
            }
        }
    }

    internal static int Number(JsonElement value, int least, int most, FieldNotes notes) =>
        JsonFields.TryNumber(value, least, most, notes, out var number) ? number : least;

    internal static int Points(JsonElement value, FieldNotes notes) => Number(value, 0, MostPoints, notes);

    internal static CountRule Count(JsonElement value, CountRule rule, FieldNotes notes)
    {
        ReadAll(value, notes, (name, field) =>
        {
            switch (name)
            {
                case "any":
                    rule = rule with { Any = Points(field, notes) };
                    return true;
                case "pointsEach":
                    rule = rule with { PointsEach = Points(field, notes) };
                    return true;
                case "most":
                    rule = rule with { Most = Number(field, 0, MostCount, notes) };
                    return true;
                default:
                    return false;
            }
        });
        return rule;
    }

    /// <summary>Words and their numbers.</summary>
    internal static SortedDictionary<string, int> Table(JsonElement value, int least, int most, FieldNotes notes)
    {
        SortedDictionary<string, int> table = new(StringComparer.Ordinal);
        ReadAll(value, notes, (name, field) =>
        {
            table[name] = Number(field, least, most, notes);
            return true;
        });
        if (table.Count > MostEntries)
        {
            notes.Error($"must not have more than {MostEntries} entries");
        }

        return table;
    }

    /// <summary>Steps by ascending days, whose points rise with them or fall, but do not turn.</summary>
    internal static IReadOnlyList<DayStep> Steps(JsonElement value, bool isRising, FieldNotes notes)
    {
        List<DayStep> steps = [];
        foreach (var element in JsonFields.IsArray(value, MostSteps, notes) ? value.EnumerateArray() : default)
        {
            notes.Enter(steps.Count);
            var step = Step(element, notes);
            if (steps.Count > 0 && steps[^1].Days >= step.Days)
            {
                notes.Error("must have more days than the step before");
            }
            else if (steps.Count > 0 && (isRising ? steps[^1].Points > step.Points : steps[^1].Points < step.Points))
            {
                notes.Error(isRising
                    ? "must not have fewer points than the step before: a report would fall while it waits"
                    : "must not have more points than the step before: a report would fall as its deadline nears");
            }

            steps.Add(step);
            notes.Leave();
        }

        return steps;
    }

    /// <summary>A list whose elements are names, or lists of names of which one is enough.</summary>
    internal static IReadOnlyList<ReportParts> Parts(JsonElement value, FieldNotes notes)
    {
        List<ReportParts> parts = [];
        foreach (var element in JsonFields.IsArray(value, MostSteps, notes) ? value.EnumerateArray() : default)
        {
            notes.Enter(parts.Count);
            parts.Add(element.ValueKind == JsonValueKind.Array
                ? JsonFields.Texts(element, 100, MostSteps, notes).Aggregate(ReportParts.None, (any, name) => any | Part(name, notes))
                : JsonFields.TryText(element, 100, notes, out var single) ? Part(single, notes) : ReportParts.None);
            if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 0)
            {
                notes.Error("must name at least one field");
            }

            notes.Leave();
        }

        return parts;
    }

    static ReportParts Part(string name, FieldNotes notes)
    {
        var part = ReportPart.Find(name);
        if (part == ReportParts.None)
        {
            notes.Error($"is no field that can be asked for; those are {string.Join(", ", ReportPart.EachNameOf(ReportPart.All))}");
        }

        return part;
    }

    static DayStep Step(JsonElement value, FieldNotes notes)
    {
        int? days = null, points = null;
        ReadAll(value, notes, (name, field) =>
        {
            switch (name)
            {
                case "days":
                    days = Number(field, 0, MostDays, notes);
                    return true;
                case "points":
                    points = Points(field, notes);
                    return true;
                default:
                    return false;
            }
        });
        if (value.ValueKind == JsonValueKind.Object)
        {
            JsonObjects.Require(value, notes, "days", "points");
        }

        return new DayStep(days ?? 0, points ?? 0);
    }
}
