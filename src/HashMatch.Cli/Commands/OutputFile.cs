using System.Text;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary>A file that a verb writes beside its records: whole, or the older one stays.</summary>
static class OutputFile
{
    internal static void WritePage(string path, string page) => Write(path, "page", stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(page));
        return true;
    });

    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be written.</param>
    /// <param name="write">Writes it.</param>
    internal static T Write<T>(string path, string what, Func<Stream, T> write) =>
        CommandException.Attempt($"the {what} '{path}' could not be written", () => ListFile.Replace(path, write));
}
