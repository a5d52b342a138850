using System.Text;
using HashMatch.Cli.Inputs;
using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Reviewers' decisions, line by line as <c>catalog feedback --from</c> takes them.</summary>
sealed class FeedbackTarget : FuzzTarget
{
    internal override string Name => "feedback";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        SeedFiles.Utf8("""{"schema":"hashmatch/feedback@1","action":"reject","item":"a.jpg","list":"demo","entry":"k-1","by":"R","why":"No."}"""),
        SeedFiles.Utf8("{\"action\":\"veto\",\"item\":\"a.jpg\",\"other\":\"b.jpg\"}\n{\"action\":\"release\",\"item\":\"demo#k-1\",\"by\":\"R\",\"why\":\"Yes.\"}\n"),
    ];

    internal override IReadOnlyList<byte[]> Tokens { get; } = [.. CommonTokens.Texts("\"action\":\"confirm\"", "\"item\":", "\"other\":", "\"list\":", "\"entry\":", "\"by\":", "\"why\":")];

    internal override string Run(byte[] input, Random random)
    {
        HashSet<string> shapes = [];
        using StreamReader lines = new(new MemoryStream(input), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            var (request, fault) = FeedbackReader.Read(line, random.Next(2) == 0 ? null : "R", "Because.");
            Law.Require(request is null != fault is null, "A line is a decision or says why it is none.");
            if (fault is not null)
            {
                Law.RequireSpeakable(fault);
            }

            shapes.Add(fault ?? $"{request!.Action}{request.Item is null}{request.Other is null}{request.List is null}{request.Entry is null}");
        }

        return string.Join('|', shapes.Order(StringComparer.Ordinal));
    }
}
