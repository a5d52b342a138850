namespace HashMatch.Catalog.Internals;

/// <summary>What version 5 adds: contents may have a hash without any plain margin, in <c>content.forms</c>.</summary>
/// <remarks>
/// No table changes; the number keeps programs away that would take such forms for damage. What was read before has none,
/// and is found as it was.
/// </remarks>
static class Schema5
{
    internal const string Text = "-- The form of content.forms alone.";
}
