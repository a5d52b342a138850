using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>Pages of hash sharing XML, version 2: images and videos, and tombstones of both, each keyed by member and id.</summary>
/// <remarks>
/// Names are told without their namespace, since the environments differ in it. What has no place in an entry is kept by
/// its path, and so is the page that follows. Tombstones stand in no order of time.
/// </remarks>
sealed class HashSharingReader : ListReader
{
    readonly BoundedXmlReader _xml;
    readonly EntryBuilder _entry = new();
    readonly ElementPath _path = new();
    long _affirmative;
    long _negative;
    bool _hasFeedback;
    string? _reason;

    internal HashSharingReader(Stream stream)
    {
        _xml = new BoundedXmlReader(stream);
        try
        {
            while (_xml.Read() && _xml.NodeType != XmlNodeType.Element)
            {
                // The declaration.
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
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_xml.Name)
            {
                case "images" or "videos":
                    Header = Header with { Version = Header.Version ?? _xml.Attribute("maxTimestamp") };
                    break;
                case "image" or "video" or "deletedImage" or "deletedVideo":
                    var place = ListPlace.Line(_xml.Line);
                    row = TryReadEntry(_xml.Name, out var entry, out var reason) ? new ListRow(place, entry) : new ListRow(place, reason);
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

    bool TryReadEntry(string kind, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        _entry.Clear();
        _path.Clear();
        (_affirmative, _negative, _hasFeedback, _reason) = (0, 0, false, null);
        _entry.IsRemoved = kind.StartsWith("deleted", StringComparison.Ordinal);
        if (kind.EndsWith("ideo", StringComparison.Ordinal))
        {
            _entry.Extra.Add("mediaType", "video");
        }

        var depth = _xml.Depth;
        var isEmpty = _xml.IsEmptyElement;
        while (!isEmpty && _xml.Read() && _xml.Depth > depth)
        {
            // The path has one name a level below the entry; leaving an element cuts it.
            if (_xml.NodeType == XmlNodeType.Element)
            {
                _path.Enter(_xml.Depth - depth - 1, _xml.Name);
                ReadElement();
            }
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _path.Leave(_xml.Depth - depth - 1);
                ReadText(_xml.Value);
            }
        }

        _entry.Feedback = _hasFeedback ? new ListFeedback(_affirmative, _negative) : null;
        entry = _reason is null ? _entry.Build() : null;
        reason = entry is not null ? null : _reason ?? (_entry.IsRemoved ? "The tombstone has no id." : "The entry has no fingerprint.");
        return reason is null;
    }

    void ReadElement()
    {
        if (_path.Is("member"))
        {
            _entry.Owner = _xml.Attribute("id");
        }
        else if (_path.StartsWith("feedback"))
        {
            _hasFeedback = true;
            _affirmative += _path.Contains("affirmativeFeedback") && _path.Last == "member" ? 1 : 0;
            _negative += _path.Contains("negativeFeedback") && _path.Last == "member" ? 1 : 0;
        }
        else if (_path.StartsWith("fingerprints") && _xml.Attribute("href") is { } href)
        {
            // Too large for a page: what it refers to can be fetched by who may.
            _entry.AddOther(_path.Last + "@href", href);
        }
    }

    void ReadText(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || _path.StartsWith("feedback"))
        {
            return;
        }

        if (_path.Is("id"))
        {
            _entry.Id = text;
        }
        else if (_path.Is("timestamp"))
        {
            _entry.Updated = text;
        }
        else if (_path.Is("classification"))
        {
            _entry.AddLabel(text);
        }
        else if (_path.StartsWith("fingerprints"))
        {
            if (!_entry.TryAddHash(_path.Last, text, _path.Last, out var reason))
            {
                _reason ??= reason;
            }
        }
        else
        {
            _entry.Extra.Add(_path.ToString(), text);
        }
    }
}
