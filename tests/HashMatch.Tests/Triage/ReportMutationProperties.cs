using System.Text;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;

namespace HashMatch.Tests.Triage;

public class ReportMutationProperties
{
    const int Mutations = 20_000;

    const string FollowUpLine = """{"schema":"hashmatch/follow-up@1","report":"r-1","source":"system-1","time":"2026-02-01T00:00:00Z","outcome":"actioned","reviewer":"p-1","confirmedLabels":["A"],"rejectedLabels":["B"],"note":"n","x":[1]}""";

    [Fact]
    public void Whatever_the_bytes_a_report_is_taken_or_told_why_not() =>
        Mutate(ReportDocuments.Full, bytes => ReportReader.Parse(bytes), report => ReportWriter.ToUtf8Bytes(report));

    [Fact]
    public void Whatever_the_bytes_a_follow_up_is_taken_or_told_why_not() =>
        Mutate(FollowUpLine, bytes => FollowUpReader.Parse(bytes), followUp => FollowUpWriter.ToUtf8Bytes(followUp));

    static void Mutate<T>(string document, Func<byte[], LineRow<T>> parse, Func<T, byte[]> write)
        where T : class
    {
        var whole = Encoding.UTF8.GetBytes(document);
        Random random = new(42);
        var (accepted, rejected) = (0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Mutated(whole, random);
            var row = parse(bytes);
            Assert.Equal(row.IsAccepted, row.Problems.All(problem => problem.IsWarning));
            if (row.IsAccepted)
            {
                accepted++;
                var once = write(row.Value);
                Assert.Equal(once, write(parse(once).Value!));
            }
            else
            {
                rejected++;
                // Messages repeat no value.
                Assert.All(row.Problems, problem => Assert.DoesNotContain("dddd", problem.ToString(), StringComparison.OrdinalIgnoreCase));
            }
        }

        // The mutations do what they are for.
        Assert.True(accepted > Mutations / 20 && rejected > Mutations / 20, $"{accepted} accepted, {rejected} rejected");
    }

    internal static byte[] Mutated(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.Insert(place, (byte)random.Next(256));
                    break;
                case 1:
                    bytes.RemoveAt(place);
                    break;
                case 2:
                    var length = Math.Min(random.Next(60), bytes.Count - place);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
                case 3:
                    bytes.InsertRange(place, "\\ud800"u8);
                    break;
                default:
                    bytes[place] = "0aZ\"',:{}[]\\/ nul-"u8[random.Next(18)];
                    break;
            }
        }

        return [.. bytes];
    }
}
