using System.Xml;

namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>Pages of hash sharing XML, version 2: images and videos, and tombstones of both, each keyed by member and id.</summary>
/// <remarks>
/// Names are told without their namespace, since the environments differ in it. The page that follows is kept in the
/// header. Tombstones stand in no order of time.
/// </remarks>
sealed class HashSharingReader : ListReader
{
    readonly BoundedXmlReader _xml;
    readonly HashSharingEntry _entry;

    internal HashSharingReader(Stream stream)
    {
        _xml = new BoundedXmlReader(stream);
        _entry = new HashSharingEntry(_xml);
        try
        {
            while (_xml.Read() && _xml.NodeType != XmlNodeType.Element)
            {
                // The declaration.
                _xml.EndRecord();
            }

            if (_xml.Name != "queryResult")
            {
                throw new ListFormatException("The XML document's root is not 'queryResult'.");
            }
        }
        catch
        {
            _xml.Dispose();
            throw;
        }
    }

    public override ListFormat Format => ListFormat.HashSharing;

    private protected override bool TryReadRow(out ListRow row)
    {
        while (_xml.Read())
        {
            _xml.EndRecord();
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_xml.Name)
            {
                case "images" or "videos":
                    Header = Header with { Version = Header.Version ?? (_xml.Attribute("maxTimestamp") is { Length: > 0 } latest ? latest : null) };
                    break;
                case "image" or "video" or "deletedImage" or "deletedVideo":
                    var place = ListPlace.Line(_xml.Line);
                    row = _entry.TryRead(out var entry, out var reason) ? new ListRow(place, entry) : new ListRow(place, reason);
                    return true;
                case "next":
                    ReadNextPage();
                    break;
            }
        }

        row = default;
        return false;
    }

    private protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        base.Dispose(disposing);
    }

    void ReadNextPage()
    {
        var depth = _xml.Depth;
        var isEmpty = _xml.IsEmptyElement;
        while (!isEmpty && _xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                ExtraFields paging = new();
                paging.Add("next", _xml.Value);
                Header = Header with { ExtraFields = paging.Take() };
            }
        }
    }
}
