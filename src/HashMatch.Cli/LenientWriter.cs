using System.Text;

namespace HashMatch.Cli;

/// <summary>Standard error: what cannot be written there is not worth ending a run for, whose records are elsewhere.</summary>
/// <param name="error">The stream itself.</param>
sealed class LenientWriter(TextWriter error) : TextWriter
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => Attempt(() => error.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => error.Write(buffer, index, count));

    public override void Write(string? value) => Attempt(() => error.Write(value));

    public override void Flush() => Attempt(error.Flush);

    static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // There is nowhere left to say so.
        }
    }
}
