using HashMatch.Cli;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Fuzzing.Targets;

/// <summary>The records of an earlier <c>hash</c>, as the command takes them back.</summary>
sealed class HashRecordTarget : FuzzTarget
{
    const string Pdq = "8e1d8c4e40f33318f0e78e69e9c370e1331bccf00e4e356f1e909b988e6ee4e7";

    internal override string Name => "hash-records";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        SeedFiles.Utf8($$$"""
            {"schema":"hashmatch/hash@1","path":"a.jpg","status":"ok","format":"jpeg","width":640,"height":480,"bytes":1234,"md5":"9700dec49c84fbc1c721aef44e691771","profile":"pdq-1","hash":"{{{Pdq}}}","quality":100,"undecidedBits":3,"hashes":{"phash":"f8f8f0cee0f4a84f"}}
            {"schema":"hashmatch/hash@1","path":"b.jpg","status":"failed","error":{"code":"corrupt","message":"x"}}
            {"schema":"hashmatch/hash@1","path":"c.jpg","profile":"pdq-1","hash":"{{{Pdq}}}","quality":99,"partial":true,"trimmed":{"border":"letterbox","hash":"{{{Pdq}}}","quality":9},"dihedral":{"identity":"{{{Pdq}}}","rot90":"{{{Pdq}}}","rot180":"{{{Pdq}}}","rot270":"{{{Pdq}}}","flip-horizontal":"{{{Pdq}}}","flip-vertical":"{{{Pdq}}}","transpose":"{{{Pdq}}}","transverse":"{{{Pdq}}}"}}

            """),
        SeedFiles.Utf8($$"""{"schema":"hashmatch/hash@1","path":"a.jpg","hash":"{{Pdq}}","quality":100}"""),
    ];

    internal override IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. CommonTokens.Texts(
            "\"path\":", "\"schema\":\"hashmatch/hash@1\"", "\"quality\":", "\"undecidedBits\":", "\"bytes\":", "\"width\":", "\"partial\":", "\"trimmed\":{", "\"error\":{", "\"hashes\":{", "\"dihedral\":{",
            "\"profile\":\"pdq-fast\"", "\"border\":", "\\u0000", Pdq),
    ];

    internal override string Run(byte[] input, Random random)
    {
        using MemoryStream stream = new(input);
        Terminal terminal = new(stream, Stream.Null, TextWriter.Null, OutputIsTerminal: false, ErrorIsTerminal: false);
        HashKind[] algorithms = random.Next(4) == 0 ? [HashKind.Dct] : [];
        try
        {
            var records = HashRecordReader.Read("-", random.Next(4) == 0 ? HashProfile.PdqFast : HashProfile.Pdq1, (FormKinds)random.Next(4), algorithms, terminal);
            foreach (var record in records)
            {
                Law.Require(record.Error is not null || record.Pdq is { Quality: >= 0 and <= 100 }, "A record has a hash or an error.");
                Law.Require(record.Path.Length > 0 && !record.Path.Contains('\0'), "A record has a path that a file can have.");
                Law.Require(record.Picture is { Width: null or >= 0, Height: null or >= 0, ByteLength: null or >= 0 }, "No size is negative.");
            }

            return string.Join('|', records.Select(ShapeOf).Distinct().Order(StringComparer.Ordinal));
        }
        catch (CommandException exception)
        {
            // It names the record's path, whatever that is, as the command prints it.
            var message = Printable.Line(exception.Message);
            Law.RequireLine(message, most: 1 << 16);
            Law.RequireSpeakable(message[Math.Max(0, message.LastIndexOf("' ", StringComparison.Ordinal))..]);
            return Law.ShapeOf(exception.Message);
        }
    }

    static string ShapeOf(Cli.Files.HashedFile record) => record.Error is { } error
        ? $"{error.Code}{(error.Code == ImageErrorCode.Corrupt ? Law.ShapeOf(error.Message) : "")}"
        : $"{record.Forms?.Dihedral is not null}{record.Forms?.Trimmed?.Dihedral is not null}{record.Forms?.Trimmed is not null}{record.Picture.Digests.Count}{record.Picture.IsPartial}";
}
