using System.Diagnostics.Metrics;
using HashMatch.Hosting;
using HashMatch.Hosting.Registration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings a <see cref="MatchService"/> into a container.</summary>
public static class HashMatchServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="MatchService"/> for the whole container, which disposes it.</summary>
    /// <remarks>
    /// Options and the presence of list files are checked when a host starts; the service itself, with lists read and the
    /// catalogue opened, is made when it is first asked for. It takes the container's <see cref="ILogger{TCategoryName}"/>,
    /// <see cref="TimeProvider"/> and <see cref="IMeterFactory"/> where there are such. Calling it again adds to what was said before.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Says what the service is made of.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddHashMatch(this IServiceCollection services, Action<HashMatchBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<MatchServiceOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MatchServiceOptions>, OptionsValidation>());
        services.TryAddSingleton(Create);
        configure(new HashMatchBuilder(services));
        return services;
    }

    static MatchService Create(IServiceProvider provider)
    {
        var logger = provider.GetService<ILogger<MatchService>>() ?? NullLogger<MatchService>.Instance;
        // Before the lists are read: what can be refused at once is.
        var options = provider.GetRequiredService<IOptions<MatchServiceOptions>>().Value;
        return new MatchService(provider.GetServices<ListSource>().Select(source => source.Load(logger)), options, logger,
            provider.GetService<TimeProvider>(), provider.GetService<IMeterFactory>());
    }
}
