namespace HashMatch.Cli.Help.Manuals;

/// <summary>The verbs that read pictures and keep nothing but what <c>scan --catalog</c> does.</summary>
static class ImageManuals
{
    const string SomeInput = "Some input failed; it has its record, and the rest was done.";

    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("scan", "Inputs are decided in the order of their paths. known: on a known list, by equal bytes or by a hash within the radius; suppressed: on lists given by --ignore alone; repeat: the same content came before, in this run or in the catalogue; uncertain: a person should look, and 'reason' says why; first-generation: none of these; failed: it could not be read, and 'error' says why.\n"
            + "Turned, mirrored and framed copies are found too. With --catalog the next scan reads only what is new or changed, and prints the same bytes for the rest.",
            new Example("A folder against two lists, for a person to read", "hashmatch scan pictures --known known.csv --ignore stock.csv --format text"),
            new Example("Remember what was seen and decided", "hashmatch scan pictures --known known.csv --catalog seen.db --source phone > verdicts.jsonl"),
            new Example("Stop a pipeline where something known is found", "hashmatch scan incoming --known known.csv --fail-on-match --quiet"),
            new Example("Paths that another program finds", "find incoming -name '*.bmp' -print0 | hashmatch scan --files-from - --null"),
            new Example("Verdicts for a stranger, and nothing of the lists", "hashmatch scan incoming --known known.csv --opaque"),
            new Example("Pictures that share parts, too", "hashmatch scan pictures --regions 8"))
        {
            SomeFailed = SomeInput,
        },
        new("match", "As scan decides, but nothing is a repeat: every input is looked for in the lists and in nothing else.",
            new Example("A table of what is known", "hashmatch match incoming --known known.csv --format csv"),
            new Example("By the sums of the bytes alone", "hashmatch match incoming --known md5:sums.txt"))
        {
            SomeFailed = SomeInput,
        },
        new("hash", "Each picture is decoded once, and hashed by PDQ and what else is asked for. The records can be matched later without the pictures (--hashes-from), and are a list that --known takes.\n"
            + "Records without --dihedral find no turned copies, records without --digests match no list of md5, sha1 or sha256.",
            new Example("Hash now", "hashmatch hash pictures > hashes.jsonl"),
            new Example("Match later", "hashmatch scan --hashes-from hashes.jsonl --known known.csv"),
            new Example("All that can be matched, and pHash beside it", "hashmatch hash pictures --digests --dihedral --algorithm phash"))
        {
            SomeFailed = SomeInput,
        },
        new("compare", "B is judged as a scan would judge it behind A: all its turned, mirrored and trimmed forms are tried, and the nearest counts. 'oneIn' says how many pairs of different photographs lie as near by chance.",
            new Example("Two files, for a person to read", "hashmatch compare pictures/a.bmp pictures/b.bmp --format text"),
            new Example("A file and a hash", "hashmatch compare pictures/a.bmp f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22"),
            new Example("How much of one lies within the other", "hashmatch compare pictures/a.bmp pictures/b.bmp --regions"))
        {
            SomeFailed = "One of the two could not be read.",
        },
        new("cluster", "Every pair within the radius is found; none is sampled. In stars each member lies near the first one, so groups stay tight; connected ones go wherever a chain of near pairs leads. Pictures are compared as they are, not turned.",
            new Example("Groups of two and more", "hashmatch cluster pictures"),
            new Example("Chains, from hashes that are there", "hashmatch cluster --hashes-from hashes.jsonl --linkage connected --radius 20"))
        {
            SomeFailed = SomeInput,
        },
        new("eval", "87 altered copies are made of each picture in memory: saved again, resized, blurred, toned, turned, tilted, cropped, framed. For every algorithm and radius it is counted how many are found, and how many distinct pairs match by mistake. Every pair is counted, so the pictures must be distinct; --same names those that are not.",
            new Example("A page to read", "hashmatch eval incoming --html quality.html"),
            new Example("One algorithm, with the pairs that show the same named", "hashmatch eval incoming --algorithm pdq --same same.txt"))
        {
            SomeFailed = SomeInput,
        },
    ];
}
