namespace HashMatch.Benchmarks.Folders;

/// <summary>The folder cannot be measured; the message is for the person who asked.</summary>
sealed class UnusableFolderException(string message) : Exception(message);
