namespace HashMatch.Evaluation.Measuring;

/// <summary>Pictures known to show the same: pairs of them are neither right nor wrong matches.</summary>
/// <remarks>
/// A list has one group a line, its paths parted by tabs; empty lines and lines that begin with <c>#</c> are passed over. A
/// path names the picture whose own path ends with it, at a folder's boundary. Groups that share a picture are one group.
/// </remarks>
sealed class SameGroups
{
    readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);

    /// <summary>No groups at all.</summary>
    internal static SameGroups None { get; } = new();

    /// <summary>Paths of the list that name no picture, in the order of the list.</summary>
    internal List<string> Unknown { get; } = [];

    /// <summary>Reads a list.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="pictures">The paths of all pictures.</param>
    /// <exception cref="FormatException">A line has one path alone, or a path names several pictures.</exception>
    internal static SameGroups Read(IEnumerable<string> lines, IReadOnlyList<string> pictures)
    {
        SameGroups same = new();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var paths = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            if (paths.Length < 2)
            {
                throw new FormatException($"line {number} has one path alone: a group is one line, its paths parted by tabs.");
            }

            same.Join(paths, pictures, number);
        }

        return same;
    }

    /// <summary>Whether the two are known to show the same.</summary>
    internal bool Contains(string path, string other) =>
        _groups.TryGetValue(path, out var group) && _groups.TryGetValue(other, out var otherGroup) && group == otherGroup;

    void Join(string[] paths, IReadOnlyList<string> pictures, int line)
    {
        // The line is the group's name, and that of every group it shares a picture with.
        foreach (var path in paths)
        {
            string[] named = [.. pictures.Where(picture => picture == path || picture.EndsWith('/' + path, StringComparison.Ordinal))];
            if (named.Length > 1)
            {
                throw new FormatException($"'{path}' in line {line} names {named.Length} pictures: give more of its folders.");
            }

            if (named.Length == 0)
            {
                Unknown.Add(path);
                continue;
            }

            if (_groups.TryGetValue(named[0], out var earlier) && earlier != line)
            {
                foreach (var member in _groups.Where(member => member.Value == earlier).Select(member => member.Key).ToArray())
                {
                    _groups[member] = line;
                }
            }

            _groups[named[0]] = line;
        }
    }
}
