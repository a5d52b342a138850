namespace HashMatch.Lists;

/// <summary>What a place in a list counts.</summary>
public enum ListPlaceUnit
{
    /// <summary>Lines of a text or an XML document.</summary>
    Line,

    /// <summary>Records of a JSON document or rows of a database.</summary>
    Record,
}
