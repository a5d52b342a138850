using HashMatch.Hosting.Telemetry;
using HashMatch.Lists;
using HashMatch.Matching;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Registration;

/// <summary>A list a container's service matches against: there already, or in a file.</summary>
sealed class ListSource
{
    readonly KnownList? _list;
    readonly ListReadOptions? _options;

    internal ListSource(KnownList list) => _list = list;

    internal ListSource(string path, ListReadOptions options) => (Path, _options) = (path, options);

    /// <summary>The file, if it is one.</summary>
    internal string? Path { get; }

    /// <summary>The list; a file is read.</summary>
    /// <exception cref="ListFormatException">The file has none but bad rows, or is broken.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    internal KnownList Load(ILogger logger)
    {
        if (_list is not null)
        {
            return _list;
        }

        var result = KnownListReader.Read(Path!, _options!);
        if (result.Errors.Count > 0)
        {
            if (result.Errors.Count == result.Rows)
            {
                throw new ListFormatException($"The list '{Path}' has no usable row; {result.Errors[0].Place}: {result.Errors[0].Reason}");
            }

            ServiceLog.RowsLeftOut(logger, result.Errors.Count, result.Rows, result.List.Name, result.Errors[0].Place.ToString());
        }

        return result.List;
    }
}
