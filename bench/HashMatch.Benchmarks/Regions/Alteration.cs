namespace HashMatch.Benchmarks.Regions;

/// <summary>One way to make a picture another that shows the same.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Make">From the picture, another picture to paint under or over it, and the picture's number, which seeds.</param>
/// <param name="ShowsOther">Whether a part of the other picture is seen as well: finding that one is then no error.</param>
sealed record Alteration(string Name, Func<Canvas, Canvas, int, Canvas> Make, bool ShowsOther = false)
{
    internal static IReadOnlyList<Alteration> All { get; } = [.. MakeAll()];

    static IEnumerable<Alteration> MakeAll()
    {
        yield return new("none", (picture, _, _) => picture);
        yield return new("JPEG 75", (picture, _, _) => picture.Jpeg(75));
        yield return new("half size", (picture, _, _) => picture.Resize(0.5));
        foreach (var percent in (int[])[5, 10, 15, 20, 30, 40, 50])
        {
            foreach (var alteration in Cuts(percent, 1).Concat(Cuts(percent, 2)))
            {
                yield return alteration;
            }
        }

        foreach (var percent in (int[])[80, 65, 50, 35])
        {
            foreach (var alteration in Thrice(new($"screenshot, picture {percent} %", (picture, _, seed) => Page(picture, percent / 100.0, seed))))
            {
                yield return alteration;
            }
        }

        foreach (var alteration in Thrice(new("cut 20 %, then screenshot 65 %", (picture, _, seed) => Page(picture.Cut(0.2, 0, 0, 0), 0.65, seed))))
        {
            yield return alteration;
        }

        yield return new("over another picture, 65 %", (picture, other, _) => Over(other, picture, 0.65, 0.5, 0.33), ShowsOther: true);
        yield return new("over another picture, 50 %", (picture, other, _) => Over(other, picture, 0.5, 0.5, 0.33), ShowsOther: true);
        yield return new("another picture over it, 25 %", (picture, other, _) => Over(picture, other, 0.25, 0.8, 0.8), ShowsOther: true);
        yield return new("caption above, 20 %", (picture, _, seed) => Caption(picture, seed));
        yield return new("text over the lower fifth", (picture, _, seed) => picture.Clone().Write(
            picture.Width / 20, picture.Height * 3 / 4, picture.Width * 9 / 10, picture.Height / 5, picture.Height / 12, 255, new Random(seed)));
    }

    static IEnumerable<Alteration> Thrice(Alteration alteration) =>
    [
        alteration,
        new($"{alteration.Name}, JPEG 75", (picture, other, seed) => alteration.Make(picture, other, seed).Jpeg(75)),
        new($"{alteration.Name}, half size", (picture, other, seed) => alteration.Make(picture, other, seed).Resize(0.5)),
    ];

    /// <summary>Every picture is cut at the side, or the corner, that its number names.</summary>
    static IEnumerable<Alteration> Cuts(int percent, int sides) => Thrice(new(
        sides == 1 ? $"cut {percent} %, one side" : $"cut {percent} %, two sides",
        (picture, _, seed) =>
        {
            bool Hits(int side) => Enumerable.Range(0, sides).Any(next => (seed + next) % 4 == side);
            double Part(int side) => Hits(side) ? percent / 100.0 : 0;
            return picture.Cut(Part(0), Part(1), Part(2), Part(3));
        }));

    /// <summary>A page of text with a title bar and the picture on it.</summary>
    static Canvas Page(Canvas picture, double part, int seed)
    {
        const int Side = 1080;
        var random = new Random(seed);
        var page = Canvas.Blank(Side, Side, 250).Put(Canvas.Blank(Side, 80, 60), 0, 0);
        page.Write(30, 22, 500, 40, 30, 255, random).Write(30, 95, Side - 60, Side - 110, 18, 40, random);
        var inside = picture.Resize(Math.Min(part * Side / picture.Width, part * Side / picture.Height));
        var (x, y) = ((Side - inside.Width) / 2, Math.Min(130, Side - inside.Height));
        return page.Put(Canvas.Blank(inside.Width + 24, inside.Height + 24, 250), x - 12, y - 12).Put(inside, x, y);
    }

    static Canvas Over(Canvas below, Canvas above, double part, double across, double down)
    {
        var inside = above.Resize(Math.Min(part * below.Width / above.Width, part * below.Height / above.Height));
        return below.Clone().Put(inside, (int)((below.Width - inside.Width) * across), (int)((below.Height - inside.Height) * down));
    }

    static Canvas Caption(Canvas picture, int seed)
    {
        var bar = picture.Height / 5;
        return Canvas.Blank(picture.Width, picture.Height + bar, 255).Put(picture, 0, bar)
            .Write(picture.Width / 20, bar / 5, picture.Width * 9 / 10, bar * 3 / 4, Math.Max(5, bar / 3), 10, new Random(seed));
    }
}
