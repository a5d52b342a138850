using System.Text;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

public class TriageRulesTests
{
    [Fact]
    public void The_default_file_is_what_the_code_falls_back_to()
    {
        var parsed = TriageRules.Parse(Encoding.UTF8.GetBytes(TriageRules.DefaultText));

        Assert.Equal(TriageRules.Default.Fingerprint, parsed.Fingerprint);
        Assert.Equal("default-2", parsed.Version);
        Assert.Equal(400, parsed.Factors.Labels["severity-1"]);
        Assert.Contains(ReportParts.Accounts | ReportParts.ItemPlace | ReportParts.ItemDevice, parsed.Referral.Required);
    }

    [Fact]
    public void There_being_any_may_count_besides_each()
    {
        var rule = Parse("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"sources":{"any":7,"pointsEach":2,"most":3}}}""").Factors.Sources;

        Assert.Equal([0, 0, 9, 13, 13], new[] { -1, 0, 1, 3, 4 }.Select(rule.PointsOf));
    }

    [Fact]
    public void Rules_written_with_every_field_are_read_back_the_same()
    {
        var written = TriageRules.Default.ToJson();
        var read = TriageRules.Parse(Encoding.UTF8.GetBytes(written));

        Assert.Equal(written, read.ToJson());
        Assert.Equal(TriageRules.Default.Fingerprint, read.Fingerprint);
    }

    [Fact]
    public void What_a_file_leaves_out_is_the_default_and_a_table_replaces_the_table()
    {
        var rules = Parse("""{"schema":"hashmatch/triage-rules@1","version":"v2",/* ours */"factors":{"severity":{"labels":{"A":7}}},}""");

        Assert.Equal([new KeyValuePair<string, int>("A", 7)], rules.Factors.Labels);
        Assert.Equal(TriageRules.Default.Factors.OtherLabels, rules.Factors.OtherLabels);
        Assert.Equal(TriageRules.Default.Factors.Escalation, rules.Factors.Escalation);
        Assert.NotEqual(TriageRules.Default.Fingerprint, rules.Fingerprint);
    }

    [Fact]
    public void The_fingerprint_tells_a_change_under_one_version()
    {
        var one = Parse("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"escalation":1}}""");
        var same = Parse("""{"version":"v", "factors":{ "escalation":1 }, "schema":"hashmatch/triage-rules@1"}""");
        var other = Parse("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"escalation":2}}""");

        Assert.Equal(one.Fingerprint, same.Fingerprint);
        Assert.NotEqual(one.Fingerprint, other.Fingerprint);
    }

    [Theory]
    [InlineData("""{"version":"v"}""", "$.schema")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1"}""", "$.version")]
    [InlineData("""{"schema":"hashmatch/triage-rules@2","version":"v"}""", "$.schema")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":""}""", "$.version")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factor":{}}""", "$.factor")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"escalation":-1}}""", "$.factors.escalation")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"escalation":1.5}}""", "$.factors.escalation")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"severity":{"labels":{"A":10001}}}}""", "$.factors.severity.labels.A")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"severity":{"label":{}}}}""", "$.factors.severity.label")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"incidentType":{"typ":{}}}}""", "$.factors.incidentType.typ")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"newInformation":{"town":1}}}""", "$.factors.newInformation.town")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"firstGeneration":{"each":1}}}""", "$.factors.firstGeneration.each")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"sources":{"any":-1}}}""", "$.factors.sources.any")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"preservation":[{"days":3,"points":1},{"days":9,"points":2}]}}""", "$.factors.preservation[1]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"ageFloor":[{"days":3,"points":2},{"days":9,"points":1}]}}""", "$.factors.ageFloor[1]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"ageFloor":[{"days":3,"points":1},{"days":3,"points":1}]}}""", "$.factors.ageFloor[1]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"ageFloor":[{"days":3}]}}""", "$.factors.ageFloor[0].points")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","factors":{"ageFloor":[3]}}""", "$.factors.ageFloor[0]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","preservation":{"defaultDays":0}}""", "$.preservation.defaultDays")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","preservation":{"jurisdictions":{"J-1":"1 year"}}}""", "$.preservation.jurisdictions.J-1")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","referral":{"required":["itmes"]}}""", "$.referral.required[0]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","referral":{"wanted":[[]]}}""", "$.referral.wanted[0]")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":{"radius":65}}""", "$.links.radius")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":{"sameHash":50}}""", "$.links")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":{"commonAbove":1}}""", "$.links.commonAbove")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":[]}""", "$.links")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","two words":1}""", "$['two words']")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":{"a\nb\u202E\u0000":1}}""", "$.links['a\uFFFDb\uFFFD\uFFFD']")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","links":{"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\uD83D\uDE00x":1}}""", "$.links['wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…']")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"schema":"hashmatch/triage-rules@1","version":"v","version":"w"}""", "$")]
    public void A_slip_is_told_by_its_field(string text, string path)
    {
        var exception = Assert.Throws<TriageRulesException>(() => Parse(text));

        Assert.Equal(path, Assert.Single(exception.Problems).Path);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_bytes_rules_are_read_or_refused()
    {
        var whole = Encoding.UTF8.GetBytes(TriageRules.DefaultText);
        Random random = new(42);
        var refused = 0;
        for (var i = 0; i < 5_000; i++)
        {
            byte[] bytes = [.. whole];
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                bytes[random.Next(bytes.Length)] = "0a\",:{}[]/\n -\\"u8[random.Next(14)];
            }

            try
            {
                TriageRules.Parse(bytes);
            }
            catch (TriageRulesException exception)
            {
                refused++;
                Assert.NotEmpty(exception.Problems);
            }
        }

        Assert.InRange(refused, 100, 4_900);
    }

    static TriageRules Parse(string text) => TriageRules.Parse(Encoding.UTF8.GetBytes(text));
}
