using System.Text;

namespace HashMatch.Cli.Output;

/// <summary>Lines for a person.</summary>
/// <param name="output">Where they go, UTF-8.</param>
/// <param name="timestamp">Before each line, when timestamps were asked for.</param>
sealed class TextLines(Stream output, string? timestamp)
{
    internal void Add(string line)
    {
        output.Write(Encoding.UTF8.GetBytes(timestamp is null ? line : $"{timestamp}  {line}"));
        output.WriteByte((byte)'\n');
    }
}
