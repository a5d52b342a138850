namespace HashMatch.Lists.Tests;

/// <summary>A version that says nothing is none, so that a list written from another says the same of itself.</summary>
public class EmptyVersionTests
{
    [Fact]
    public void Hash_sharing_without_a_time_has_no_version()
    {
        using var reader = ListTexts.Open("<queryResult><images maxTimestamp=\"\"/><videos maxTimestamp=\"7\"/></queryResult>");
        ListTexts.Rows(reader);

        Assert.Equal("7", reader.Header.Version);
    }

    [Fact]
    public void An_nsrl_database_without_one_has_none()
    {
        using TemporaryDatabase database = new();
        database.Run("CREATE TABLE VERSION (version TEXT); INSERT INTO VERSION VALUES (''); CREATE TABLE FILE (md5 TEXT)");
        using var reader = database.Open();

        Assert.Null(reader.Header.Version);
    }
}
