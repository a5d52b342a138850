namespace HashMatch.Fuzzing.Mutation;

/// <summary>Makes inputs from inputs: a few edits each, of the kinds that have broken parsers.</summary>
/// <param name="target">Whose words and form they follow.</param>
/// <param name="corpus">What others are spliced from.</param>
/// <param name="random">The one source of chance.</param>
sealed class Mutator(FuzzTarget target, Corpus corpus, Random random)
{
    /// <summary>No input grows beyond this, unless a seed was longer.</summary>
    internal const int MostBytes = 1 << 16;

    internal byte[] Next()
    {
        var parent = corpus.Draw(random);
        if (random.Next(500) == 0)
        {
            return parent;
        }

        List<byte> bytes = [.. parent];
        // One edit mostly: many at once rarely get past the first check.
        for (var edits = 1 + (random.Next(2) * random.Next(6)); edits > 0; edits--)
        {
            Edit(bytes);
        }

        var most = Math.Max(MostBytes, parent.Length);
        if (bytes.Count > most)
        {
            bytes.RemoveRange(most, bytes.Count - most);
        }

        return target.Repair([.. bytes], random);
    }

    void Edit(List<byte> bytes)
    {
        if (target.IsBinary && random.Next(2) == 0)
        {
            BinaryEdits.Apply(bytes, random);
            return;
        }

        switch (random.Next(10))
        {
            case 0 or 1:
                ByteEdits.Apply(bytes, random);
                break;
            case 2 or 3 or 4:
                TokenEdits.Apply(bytes, target.Tokens.Count > 0 && random.Next(2) == 0 ? target.Tokens : CommonTokens.All, random);
                break;
            case 5:
                BlockEdits.Apply(bytes, random);
                break;
            case 6:
                BlockEdits.Splice(bytes, corpus.Draw(random), random);
                break;
            case 7:
                TextEdits.ChangeNumber(bytes, random);
                break;
            case 8:
                TextEdits.ChangeValue(bytes, random);
                break;
            default:
                TextEdits.ChangeLines(bytes, random);
                break;
        }
    }
}
