using System.Collections.Frozen;
using System.Text.Json;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>
/// The names our own form has a meaning for. An unknown field that is called like that stands there as <c>unknown:</c> and its
/// name, and one that is called like that again gets one more: so every name comes back, and none is read as what it is not.
/// </summary>
sealed class TakenNames(params IEnumerable<string> names)
{
    const string Prefix = "unknown:";

    readonly FrozenSet<string> _names = names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Writes unknown fields into an open object, under names that are free.</summary>
    internal void Write(Utf8JsonWriter json, string? extraFields) => ExtraFields.Write(json, extraFields, rename: name => IsTaken(name) ? Prefix + name : name);

    /// <summary>What an unknown field is really called.</summary>
    internal string NameOf(string written) => written.StartsWith(Prefix, StringComparison.Ordinal) && IsTaken(written) ? written[Prefix.Length..] : written;

    bool IsTaken(ReadOnlySpan<char> name)
    {
        while (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            name = name[Prefix.Length..];
        }

        return _names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
