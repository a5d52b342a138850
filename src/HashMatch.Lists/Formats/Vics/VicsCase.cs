using System.Text.Json;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>What a case says of itself before its media, to be handed on with each of them.</summary>
sealed class VicsCase
{
    /// <summary>The most that is kept, in characters, since every medium says it again: what does not fit beside the rest is left out.</summary>
    const int MostCharacters = 4096;

    readonly List<(string Name, JsonElement Value)> _fields = [];
    int _characters;
    JsonElement? _kept;

    /// <summary>Its number.</summary>
    internal string? Owner { get; set; }

    /// <summary>The application it came from.</summary>
    internal string? Source { get; set; }

    internal void Clear()
    {
        (Owner, Source, _kept, _characters) = (null, null, null, 0);
        _fields.Clear();
    }

    /// <summary>Takes in any other field.</summary>
    internal void Add(string name, JsonElement value)
    {
        if (TryMeasure(name, value) is { } characters && characters <= MostCharacters - _characters)
        {
            _characters += characters;
            _fields.Add((name, value));
            _kept = null;
        }
    }

    /// <summary>Hands all on to one of its media.</summary>
    internal void AddTo(EntryBuilder entry)
    {
        (entry.Owner, entry.Source) = (Owner, Source);
        if (_fields.Count > 0)
        {
            entry.Extra.Add(VicsFields.Case, _kept ??= Join());
        }
    }

    /// <summary>Whether a field of an entry is what a case may say of itself, so that it is read back as that.</summary>
    internal static bool CanSay(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() > 0 &&
        value.EnumerateObject().Sum(field => TryMeasure(field.Name, field.Value) ?? MostCharacters) <= MostCharacters &&
        !value.EnumerateObject().Any(field => field.Name is VicsFields.CaseNumber or VicsFields.Application or VicsFields.MediaCount or VicsFields.Media);

    /// <summary>How long a field is; null for one that holds what is no text.</summary>
    static int? TryMeasure(string name, JsonElement value)
    {
        try
        {
            ExtraFields alone = new();
            alone.Add(name, value);
            return alone.Take()!.Length;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    JsonElement Join()
    {
        ExtraFields all = new();
        _fields.ForEach(field => all.Add(field.Name, field.Value));
        return JsonElement.Parse(all.Take()!);
    }
}
