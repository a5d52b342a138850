namespace HashMatch.Catalog.Internals;

/// <summary>What version 6 adds: an index that finds the first item of a content, however many copies of it lie elsewhere.</summary>
static class Schema6
{
    internal const string Text = "CREATE INDEX item_first ON item (content, opened) WHERE opened IS NOT NULL;";
}
