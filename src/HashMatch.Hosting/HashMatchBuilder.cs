using HashMatch.Hosting.Pipeline;
using HashMatch.Hosting.Registration;
using HashMatch.Lists;
using HashMatch.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace HashMatch.Hosting;

/// <summary>Says what the <see cref="MatchService"/> of a container is made of.</summary>
public sealed class HashMatchBuilder
{
    internal HashMatchBuilder(IServiceCollection services) => Services = services;

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Matches against a list that is there already.</summary>
    /// <param name="list">Filled before, left alone afterwards.</param>
    public HashMatchBuilder AddList(KnownList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        Services.AddSingleton(new ListSource(list));
        return this;
    }

    /// <summary>Matches against a list file of any format <see cref="KnownListReader"/> reads; it is read when the service is made.</summary>
    /// <param name="path">The file. Bad rows are counted in the log; a file that has none but bad rows is an error.</param>
    /// <param name="role">What a match means.</param>
    public HashMatchBuilder AddListFile(string path, ListRole role)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return AddListFile(path, new ListReadOptions { Name = ListNames.OfFile(path), Role = role });
    }

    /// <summary>The same, with the name and the type of hashes said outright.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read.</param>
    public HashMatchBuilder AddListFile(string path, ListReadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        Services.AddSingleton(new ListSource(path, options));
        return this;
    }

    /// <summary>Remembers what is seen and decided in a catalogue.</summary>
    /// <param name="path">Its file, see <see cref="MatchServiceOptions.CatalogPath"/>.</param>
    /// <exception cref="ArgumentException">The path is null or empty: without one nothing would be remembered, and nobody told.</exception>
    public HashMatchBuilder UseCatalog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Configure(options => options.CatalogPath = path);
    }

    /// <summary>Changes the options; calls add up.</summary>
    /// <param name="configure">Gets them with their defaults.</param>
    public HashMatchBuilder Configure(Action<MatchServiceOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }
}
