using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>One image, video or tombstone of a page. What has no place in an entry is kept by its path.</summary>
sealed class HashSharingEntry(BoundedXmlReader xml)
{
    readonly EntryBuilder _entry = new();
    readonly ElementPath _path = new();
    long _affirmative;
    long _negative;
    bool _hasFeedback;
    string? _reason;

    /// <summary>Reads the element the reader has come to, up to its end.</summary>
    internal bool TryRead([NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        var kind = xml.Name;
        _entry.Clear();
        _path.Clear();
        (_affirmative, _negative, _hasFeedback, _reason) = (0, 0, false, null);
        _entry.IsRemoved = kind.StartsWith("deleted", StringComparison.Ordinal);
        if (kind.EndsWith("ideo", StringComparison.Ordinal))
        {
            _entry.Extra.Add("mediaType", "video");
        }

        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        while (!isEmpty && xml.Read() && xml.Depth > depth)
        {
            // The path has one name a level below the entry; leaving an element cuts it.
            if (xml.NodeType == XmlNodeType.Element)
            {
                _path.Enter(xml.Depth - depth - 1, xml.Name);
                ReadElement();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _path.Leave(xml.Depth - depth - 1);
                ReadText(xml.Value);
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
            _entry.Owner = xml.Attribute("id");
        }
        else if (_path.StartsWith("feedback"))
        {
            _hasFeedback = true;
            _affirmative += _path.Contains("affirmativeFeedback") && _path.Last == "member" ? 1 : 0;
            _negative += _path.Contains("negativeFeedback") && _path.Last == "member" ? 1 : 0;
        }
        else if (_path.StartsWith("fingerprints") && xml.Attribute("href") is { } href)
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
