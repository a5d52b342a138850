namespace HashMatch.Fuzzing.Mutation;

/// <summary>Words of the format, put in or written over what is there.</summary>
static class TokenEdits
{
    internal static void Apply(List<byte> bytes, IReadOnlyList<byte[]> tokens, Random random)
    {
        var token = tokens[random.Next(tokens.Count)];
        var at = bytes.Count == 0 ? 0 : random.Next(bytes.Count + 1);
        if (random.Next(2) == 0)
        {
            bytes.RemoveRange(at, Math.Min(token.Length, bytes.Count - at));
        }

        bytes.InsertRange(at, token);
    }
}
