using System.IO.Hashing;
using System.Text;
using HashMatch.Matching;
using HashMatch.Storage;

namespace HashMatch.Lists.Caching;

/// <summary>A folder of kept lists, one file for each list and use. What goes wrong there is told in a sentence, never thrown.</summary>
sealed class KeptLists(string folder)
{
    const string Extension = ".hml";

    /// <summary>The files there, unfinished ones among them; none if the folder cannot be listed.</summary>
    internal static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, $"*{Extension}*");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Where a list is kept: the same for all its versions, so that the newest takes the place of the others.</summary>
    internal string PlaceOf(string path, ListReadOptions options)
    {
        var name = $"{Path.GetFullPath(path)}\0{options.Name}\0{options.Role}\0{options.HashType}\0{options.Format}";
        return Path.Join(folder, Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(name))) + Extension);
    }

    /// <summary>What is kept at a place; none where nothing is, or where a problem keeps it from being used.</summary>
    internal static (KnownListSnapshot? Snapshot, string? Problem) Open(string place)
    {
        try
        {
            return (KnownListSnapshot.Open(place), null);
        }
        catch (FileNotFoundException)
        {
            return (null, null);
        }
        catch (SnapshotFormatException)
        {
            return (null, $"'{place}' is damaged or of another version: the list was read again and the file is made anew.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{place}' could not be read, so the list was read again: {exception.Message}");
        }
    }

    /// <summary>Keeps a list; gives the problem if it could not be kept.</summary>
    internal string? Save(KnownList list, string place, byte[] origin)
    {
        try
        {
            MakeFolder();
            KnownListSnapshot.Save(list, place, origin);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            return $"'{place}' could not be written, so the next start reads the list again: {exception.Message}";
        }
    }

    void MakeFolder()
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        // Only this folder: where the one around it is missing, the name was mistyped.
        if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } parent && !Directory.Exists(parent))
        {
            throw new DirectoryNotFoundException($"there is no folder '{parent}'.");
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
