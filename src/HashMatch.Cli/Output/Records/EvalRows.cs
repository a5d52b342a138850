using System.Globalization;
using System.Text.Json;
using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Measuring;

namespace HashMatch.Cli.Output.Records;

/// <summary>The forms that the records of an evaluation share.</summary>
static class EvalRows
{
    // A millionth of a share is less than any run resolves; more digits would only look precise.
    const int Digits = 6;

    internal static void WriteShare(this Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value)
        {
            json.WriteNumber(name, Math.Round(value, Digits));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    internal static void WriteNumbers(this Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    /// <summary>The shares at every radius from 0 to the largest worth a line, times <paramref name="scale"/>.</summary>
    internal static void WriteShares(this Utf8JsonWriter json, string name, DistanceCounts counts, int maxRadius, double scale)
    {
        json.WriteStartArray(name);
        for (var radius = 0; radius <= maxRadius && counts.Total > 0; radius++)
        {
            json.WriteNumberValue(Math.Round(scale * counts.Within(radius) / counts.Total, Digits));
        }

        json.WriteEndArray();
    }

    /// <summary>Of so many distinct pairs one lies within the radius; null where none of those seen did.</summary>
    internal static void WriteNumber(this Utf8JsonWriter json, string name, DistanceCounts distinct, int radius)
    {
        if (distinct.Within(radius) is > 0 and var within)
        {
            json.WriteNumber(name, (long)Math.Round((double)distinct.Total / within));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>One row a radius; the last is left open, as records leave theirs.</summary>
    internal static void Write(CsvCells cells, string kind, IEvaluatedAlgorithm algorithm, string alteration, string family, DistanceCounts counts, int gated)
    {
        for (var radius = 0; radius <= algorithm.MaxRadius; radius++)
        {
            if (radius > 0)
            {
                cells.EndRow();
            }

            cells.Add(kind, algorithm.Name, alteration, family);
            cells.Add(radius);
            cells.Add(counts.Total);
            cells.Add(counts.Within(radius));
            cells.Add(counts.ShareWithin(radius)?.ToString("0.######", CultureInfo.InvariantCulture));
            cells.Add(gated);
            cells.Add(null, null, null, null, null, null);
        }
    }
}
