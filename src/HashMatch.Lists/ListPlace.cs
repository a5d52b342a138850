using System.Globalization;

namespace HashMatch.Lists;

/// <summary>Where a row stands in its list.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Number">The line or record, 1 for the first.</param>
/// <param name="ByteOffset">The byte at which a record of a JSON document begins, 0 for the first byte.</param>
public readonly record struct ListPlace(ListPlaceUnit Unit, long Number, long? ByteOffset = null)
{
    /// <summary>In words: <c>line 5</c>, <c>record 7 at byte 1200</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Unit == ListPlaceUnit.Line ? "line" : "record")} {Number}{(ByteOffset is { } offset ? string.Create(CultureInfo.InvariantCulture, $" at byte {offset}") : "")}");

    internal static ListPlace Line(long number) => new(ListPlaceUnit.Line, number);
}
