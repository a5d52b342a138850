using HashMatch.Hashers;
using HashMatch.Lists;
using HashMatch.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HashMatch.Hosting.Tests;

public sealed class DependencyInjectionTests : IDisposable
{
    static readonly string s_known = RepositoryFiles.Path("testdata", "lists", "known.csv");
    static readonly string s_ignore = RepositoryFiles.Path("testdata", "lists", "ignore.csv");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_container_gives_one_service_made_of_what_was_said()
    {
        using TestMeters meters = new();
        ServiceCollection services = new();
        services.AddSingleton<System.Diagnostics.Metrics.IMeterFactory>(meters);
        services.AddHashMatch(match => match
            .AddListFile(s_known, ListRole.Known)
            .AddListFile(s_ignore, new ListReadOptions { Name = "stock", Role = ListRole.Ignore })
            .AddList(Drawn.List("more", ListRole.Known, DrawnHash.Of(new Random(1))))
            .UseCatalog(_folder.Path("seen.db"))
            .Configure(options => options.Parallelism = 2));
        await using (var provider = services.BuildServiceProvider())
        {
            var service = provider.GetRequiredService<MatchService>();

            Assert.Same(service, provider.GetRequiredService<MatchService>());
            Assert.Equal("known", service.Submit(Picture("known/marbles.jpg")).Matches[0].List);
            Assert.Equal("stock", service.Submit(Picture("ignored/stock-sky.jpg")).Matches[0].List);
            Assert.Equal("more", service.Submit(Submission.OfForms("a", Drawn.Forms(DrawnHash.Of(new Random(1))), HashProfile.Pdq1, Drawn.File(1))).Matches[0].List);
            Assert.Equal(2, meters.Counts["hashmatch.results known"]);
        }

        // The container closed the catalogue.
        using MatchService next = new([], new() { CatalogPath = _folder.Path("seen.db") });
    }

    [Theory]
    [InlineData("Parallelism must lie in 1..1024.")]
    [InlineData("MaxAhead must be at least 1.")]
    [InlineData("Profile must be one of PDQ.")]
    [InlineData("Bounds: radius ('300') must be less than or equal to '256'.")]
    [InlineData("CatalogPath must name a file, or be null.")]
    [InlineData("CatalogPath asks for CompareWithinRun: without it nothing would be remembered.")]
    [InlineData("CatalogPath and AgreeingRegions do not go together: a catalogue holds no regions.")]
    public void Options_that_cannot_be_are_refused_at_the_start(string error)
    {
        void Configure(MatchServiceOptions options)
        {
            switch (error.Split(' ', ':')[0])
            {
                case "Parallelism":
                    options.Parallelism = 0;
                    break;
                case "MaxAhead":
                    options.MaxAhead = 0;
                    break;
                case "Profile":
                    options.Profile = HashProfile.Phash1;
                    break;
                case "Bounds":
                    options.Bounds = MatchOptions.Default with { Radius = 300 };
                    break;
                case "CatalogPath" when error.Contains("Within", StringComparison.Ordinal):
                    options.CatalogPath = "a.db";
                    options.Bounds = MatchOptions.Default with { CompareWithinRun = false };
                    break;
                default:
                    options.CatalogPath = error.Contains("Regions", StringComparison.Ordinal) ? "a.db" : "";
                    options.Bounds = MatchOptions.Default with { AgreeingRegions = 4 };
                    break;
            }
        }

        MatchServiceOptions options = new();
        Configure(options);
        var direct = Assert.Throws<ArgumentException>(() => new MatchService([], options));
        using var provider = new ServiceCollection().AddHashMatch(match => match.Configure(Configure)).BuildServiceProvider();
        var start = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        var use = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<MatchService>());

        Assert.All((Exception[])[direct, start, use], exception => Assert.Contains(error, exception.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_list_that_is_not_there_is_missed_at_the_start()
    {
        using var provider = new ServiceCollection().AddHashMatch(match => match.AddListFile("no/such.csv", ListRole.Known)).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("'no/such.csv'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_counted_in_the_log_and_a_list_of_nothing_else_is_refused()
    {
        TestLog log = new();
        var hash = DrawnHash.Of(new Random(1)).ToString();
        var some = _folder.Write("some.csv", $"{hash},a\n{hash[1..]},b\n");
        var none = _folder.Write("none.csv", $"{hash[1..]},b\n");

        using var provider = Provider(log, some);
        provider.GetRequiredService<MatchService>();
        var error = Assert.Throws<ListFormatException>(() => Provider(log, none).GetRequiredService<MatchService>());

        Assert.Contains(log.Lines, line => line.StartsWith("Warning 1 of 2 rows of the list 'some'", StringComparison.Ordinal));
        Assert.All((string[])[.. log.Lines, error.ToString()], text => Assert.DoesNotContain(hash[1..], text, StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_of_another_profile_are_refused()
    {
        KnownList fast = new("fast", ListRole.Known, profile: "pdq-fast");
        MatchServiceOptions options = new() { Profile = HashProfile.PdqFast };

        Assert.Throws<ArgumentException>(() => new MatchService([fast]));
        Assert.Throws<ArgumentException>(() => new MatchService([Drawn.List("unnamed", ListRole.Known, default(Hashes.Hash256))], options));
        new MatchService([fast], options).Dispose();
    }

    static ServiceProvider Provider(TestLog log, string list) => new ServiceCollection()
        .AddSingleton<ILogger<MatchService>>(log)
        .AddHashMatch(match => match.AddListFile(list, ListRole.Known))
        .BuildServiceProvider();

    static Submission Picture(string path) => Submission.OfFile(RepositoryFiles.Path("testdata", "images", path));
}
