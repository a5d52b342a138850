using System.Globalization;

namespace HashMatch.Evaluation.Page;

/// <summary>Numbers as the page shows them, the same on every machine.</summary>
static class Figures
{
    internal static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share of 1 in percent; nothing is called 100 % that lacks one.</summary>
    internal static string Percent(double? share) => share switch
    {
        null => "–",
        1 => "100 %",
        > 0.999 => "99.9 %",
        { } value => (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>Three digits that count.</summary>
    internal static string Rate(double? rate)
    {
        if (rate is not { } value)
        {
            return "–";
        }

        return value switch
        {
            0 => "0",
            >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
            >= 0.01 => value.ToString("0.00", CultureInfo.InvariantCulture),
            _ => value.ToString("0.#####", CultureInfo.InvariantCulture),
        };
    }
}
