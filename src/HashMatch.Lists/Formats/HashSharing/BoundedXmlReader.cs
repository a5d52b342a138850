using System.Globalization;
using System.Xml;

namespace HashMatch.Lists.Formats.HashSharing;

/// <summary>An XML document read node by node: no DTD, no entities of its own, nothing resolved, depth bounded, and the size of a record and of all between two.</summary>
sealed class BoundedXmlReader : IDisposable
{
    /// <summary>The deepest element read; hash sharing needs 8.</summary>
    const int MaxDepth = 32;

    readonly RecordBudgetStream _budget;
    readonly XmlReader _xml;

    internal BoundedXmlReader(Stream stream)
    {
        _budget = new RecordBudgetStream(stream);
        _xml = Guard(() => XmlReader.Create(_budget, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        }));
    }

    internal XmlNodeType NodeType => _xml.NodeType;

    internal string Name => _xml.LocalName;

    internal int Depth => _xml.Depth;

    internal bool IsEmptyElement => _xml.IsEmptyElement;

    /// <summary>The node's text; the reader decodes it now at the earliest.</summary>
    internal string Value => Guard(() => _xml.Value);

    internal long Line => ((IXmlLineInfo)_xml).LineNumber;

    /// <summary>Begins to count anew: no record is being read.</summary>
    internal void EndRecord() => _budget.Renew();

    /// <exception cref="ListFormatException">The document is broken here, or the record too large.</exception>
    internal bool Read()
    {
        var read = Guard(_xml.Read);
        return _xml.Depth <= MaxDepth ? read : throw new ListFormatException($"The XML document is deeper than {MaxDepth} elements.");
    }

    internal string? Attribute(string name) => Guard(() => _xml.GetAttribute(name));

    public void Dispose()
    {
        _xml.Dispose();
        _budget.Dispose();
    }

    /// <summary>The reader's own message can quote the document, and documents hold hashes.</summary>
    static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException exception)
        {
            throw new ListFormatException(string.Create(CultureInfo.InvariantCulture,
                $"The XML document is broken, ends early or has a DTD, at line {exception.LineNumber}; what follows cannot be read."));
        }
    }
}
