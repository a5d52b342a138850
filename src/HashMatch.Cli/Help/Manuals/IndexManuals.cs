namespace HashMatch.Cli.Help.Manuals;

/// <summary><c>index</c> and its verbs.</summary>
static class IndexManuals
{
    static readonly Example s_query = new("What it holds near each new picture", "hashmatch index query pictures.idx incoming");

    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("index", "An index file holds hashes and the paths they came from. It is mapped, not read, so that the first query of millions of hashes takes no longer than the next one.",
            new Example("Build one", "hashmatch index build pictures --output pictures.idx"),
            s_query),
        new("index build", "Pictures that cannot be hashed, or whose hash says too little, get a record and stay out. The file is there when it is whole; an older one stays until then.",
            new Example("From pictures", "hashmatch index build pictures --output pictures.idx"),
            new Example("From hashes that are there", "hashmatch index build --hashes-from hashes.jsonl --output pictures.idx"))
        {
            SomeFailed = "Some input failed; it has its record, and the index holds the rest.",
        },
        new("index info", "Only the head of the file is read.",
            new Example("How many hashes, of which profile", "hashmatch index info pictures.idx --format text")),
        new("index verify", "A file that was damaged on a disk or on its way exits with 3.",
            new Example("After copying it", "hashmatch index verify pictures.idx")),
        new("index query", "Search is exact at every radius. Pictures are hashed by the profile of the index, and looked for as they are, not turned.",
            s_query,
            new Example("The five nearest, however far", "hashmatch index query pictures.idx incoming --nearest 5"))
        {
            SomeFailed = "Some input failed; it has its record, and the rest was done.",
        },
    ];
}
