using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.Structure;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Redaction;

/// <summary>What the model of a report ties together, and what is learned for other texts.</summary>
public class KnownFormsTests
{
    private readonly SecretRedactor _redactor = new(new RedactionOptions());

    [Fact]
    public void Redact_ThreadNameCutByTheSystem_IsMaskedAsTheWholeNameIs()
    {
        _ = _redactor.Redact("Api:Password", "Tr0ub4dor&3xyzzy");

        Assert.Equal("w ***", _redactor.Redact("w Tr0ub4dor&3xyzzy"));
        Assert.Equal("w ***", _redactor.Redact("w Tr0ub4dor&3xy"));
        Assert.Equal("w ***…", _redactor.Redact("w Tr0ub4dor&…"));
    }

    [Fact]
    public void Redact_WordThatEndsATextAndBeginsASecret_StaysReadable()
    {
        _ = _redactor.Redact("Db:Password", "orders-db-2026-x");

        Assert.Equal("waits for orders", _redactor.Redact("waits for orders"));
    }

    [Fact]
    public void Redact_CommitThatASettingTells_IsShownInAMessageToo()
    {
        const string Commit = "3fa9c1e07b2d4c5e8f60718293a4b5c6d7e8f901";
        _ = _redactor.Redact("Build:Commit", Commit);

        Assert.Equal($"built from '{Commit}'", _redactor.Redact($"built from '{Commit}'"));
        Assert.Equal("keyed by '***'", _redactor.Redact("keyed by '4fa9c1e07b2d4c5e8f60718293a4b5c6d7e8f902'"));
    }

    [Fact]
    public void Scrub_NameAndValueInEntriesColumnsAndTuples_MasksTheValue()
    {
        var scrubber = new ValueScrubber(_redactor);
        ReportValue[] values =
        [
            new ReportMap([new ReportEntry("Name", "DbPassword"), new ReportEntry("Value", "swordfish")]),
            new ReportMap([new ReportEntry("value", "swordfish"), new ReportEntry("key", "ApiKey")]),
            new ReportTable(["Setting", "Value"], [["DbPassword", "swordfish"], ["Colour", "red"]]),
            new ReportList([new ReportText("DbPassword"), new ReportText("swordfish")]),
        ];

        foreach (var value in values)
        {
            var text = string.Join(' ', Leaves(scrubber.Scrub("", value)!));
            Assert.DoesNotContain("swordfish", text, StringComparison.Ordinal);
            Assert.Contains("***", text, StringComparison.Ordinal);
        }

        Assert.Contains("red", Leaves(scrubber.Scrub("", values[2])!));
    }

    private static IEnumerable<string> Leaves(ReportValue value) => value switch
    {
        ReportText text => [text.Text],
        ReportMap map => map.Entries.SelectMany(entry => Leaves(entry.Value)),
        ReportTable table => table.Rows.SelectMany(row => row.SelectMany(Leaves)),
        ReportList list => list.Items.SelectMany(Leaves),
        _ => [],
    };
}
