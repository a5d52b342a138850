namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>The names of the elements that are open below an entry.</summary>
sealed class ElementPath
{
    readonly List<string> _names = [];

    internal string Last => _names.Count > 0 ? _names[^1] : "";

    internal void Clear() => _names.Clear();

    /// <summary>Notes that an element of that name opened, so many levels below the entry.</summary>
    internal void Enter(int level, string name)
    {
        Leave(level);
        _names.Add(name);
    }

    /// <summary>Forgets the elements below that level.</summary>
    internal void Leave(int level)
    {
        if (_names.Count > level)
        {
            _names.RemoveRange(level, _names.Count - level);
        }
    }

    internal bool Is(string name) => _names.Count == 1 && _names[0] == name;

    internal bool StartsWith(string name) => _names.Count > 0 && _names[0] == name;

    internal bool Contains(string name) => _names.Contains(name);

    public override string ToString() => string.Join('/', _names);
}
