namespace HashMatch.Fuzzing.Running;

/// <summary>Takes out of an input what does not matter to how it fails.</summary>
static class Shrinker
{
    const int MostTries = 400;

    internal static Finding Shrink(FuzzTarget target, Finding finding)
    {
        var tries = 0;
        for (var length = finding.Input.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= finding.Input.Length && tries < MostTries;)
            {
                tries++;
                byte[] shorter = [.. finding.Input.AsSpan(0, at), .. finding.Input.AsSpan(at + length)];
                if (Execution.Of(target, shorter).Finding is { } same && same.Key == finding.Key)
                {
                    finding = same;
                }
                else
                {
                    at += length;
                }
            }
        }

        return finding;
    }
}
