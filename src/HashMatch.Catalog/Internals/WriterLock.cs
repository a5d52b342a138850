namespace HashMatch.Catalog.Internals;

/// <summary>Held by the one writer of a catalogue. The system lets go of it when the process ends, however it ends.</summary>
sealed class WriterLock : IDisposable
{
    readonly FileStream _file;

    internal WriterLock(string catalog)
    {
        // Told apart from a second writer: without a folder there is nothing to lock.
        if (Path.GetDirectoryName(Path.GetFullPath(catalog)) is { } folder && !Directory.Exists(folder))
        {
            throw new CatalogException($"the catalogue '{catalog}' could not be opened: there is no folder for it.");
        }

        try
        {
            _file = OwnerOnly.Create(CatalogFiles.LockOf(catalog), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(CatalogFiles.LockOf(catalog)))
        {
            throw new CatalogException($"the catalogue '{catalog}' is being written by another run: wait for it to end.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
