namespace HashMatch.Triage.Links;

/// <summary>A report bears a key: it has the thing the key stands for.</summary>
/// <param name="Key">The number of the key.</param>
/// <param name="Report">The report.</param>
/// <param name="Item">The item by which it does, -1 for what is the whole report's.</param>
/// <param name="Distance">How far the item's hash lies from the one that stands for the key; 0 for other keys.</param>
readonly record struct Bearing(int Key, int Report, int Item, int Distance);
