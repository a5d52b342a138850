namespace HashMatch.Cli.Help;

/// <summary>Lines of help, wrapped between words.</summary>
/// <param name="output">Where they go.</param>
/// <param name="width">The most characters of a line.</param>
sealed class HelpLines(TextWriter output, int width)
{
    const int Indent = 2;

    /// <summary>Where the second column begins. A longer first one has a line of its own.</summary>
    const int Column = 28;

    internal void Heading(string text)
    {
        output.Write('\n');
        Line(text + ":");
    }

    /// <summary>As it stands, however long: what is to be copied is not broken.</summary>
    internal void Line(string text, int indent = 0)
    {
        output.Write(new string(' ', indent));
        output.Write(text);
        output.Write('\n');
    }

    internal void Paragraphs(string text)
    {
        var isFirst = true;
        foreach (var paragraph in text.Split('\n'))
        {
            if (!isFirst)
            {
                output.Write('\n');
            }

            Paragraph(paragraph);
            isFirst = false;
        }
    }

    internal void Paragraph(string text, int indent = Indent)
    {
        foreach (var line in Wrap(text, width - indent))
        {
            Line(line, indent);
        }
    }

    internal void Row(string label, string text)
    {
        var lines = Wrap(text, width - Column);
        var isShort = Indent + label.Length + 2 <= Column;
        Line(isShort ? label.PadRight(Column - Indent) + lines[0] : label, Indent);
        foreach (var line in isShort ? lines.Skip(1) : lines)
        {
            Line(line, Column);
        }
    }

    static List<string> Wrap(string text, int most)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }
}
