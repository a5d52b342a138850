namespace HashMatch.Fuzzing.Running;

/// <summary>An input that made a target break a law.</summary>
/// <param name="Key">Which law, and where: equal for inputs of one cause.</param>
/// <param name="Details">What was thrown, with its place.</param>
/// <param name="Input">The bytes, as small as they could be made.</param>
sealed record Finding(string Key, string Details, byte[] Input)
{
    /// <summary>The file it is kept in.</summary>
    internal string Save(string folder, string target)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Join(folder, $"{target}-{Convert.ToHexStringLower(System.IO.Hashing.XxHash32.Hash(Input))}");
        File.WriteAllBytes(path + ".bin", Input);
        File.WriteAllText(path + ".txt", $"{Key}\n\n{Details}\n");
        return path + ".bin";
    }
}
