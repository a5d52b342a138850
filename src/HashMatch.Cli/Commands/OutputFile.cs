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

    /// <summary>Tells a run that ends with a file at once, and not after hours, that the file has no place.</summary>
    internal static void RequirePlace(string path, string what)
    {
        var folder = CommandException.Attempt($"the {what} '{path}' could not be written", () => Path.GetDirectoryName(Path.GetFullPath(path)));
        if (!Directory.Exists(folder) || Directory.Exists(path))
        {
            throw CommandException.Unusable($"the {what} '{path}' could not be written: {(Directory.Exists(path) ? "it is a folder" : $"there is no folder '{folder}'")}.");
        }
    }

    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be written.</param>
    /// <param name="write">Writes it.</param>
    internal static T Write<T>(string path, string what, Func<Stream, T> write) =>
        CommandException.Attempt($"the {what} '{path}' could not be written", () => ListFile.Replace(path, write));
}
