using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults.Foreign;

/// <summary>What code of the service hands over, throws, or leaves on a thread harms its own part only.</summary>
[Collection(FaultCollection.Name)]
public sealed class BoundaryTests
{
    // Half a second is waited for what hangs; what answers gets all the time that a busy machine makes it take.
    private const string HasToWait = "00:00:00.500";
    private const string Answers = "00:00:10";

    private static readonly (string Key, string Value)[] s_settings = Settings(HasToWait);

    [Theory]
    [InlineData("section-interrupted", "returned in time", "A section's thread is interrupted after it has returned", "K1", Answers)]
    [InlineData("section-message-blocks", "did not return within", "A section throws an exception whose message blocks", "K2", HasToWait)]
    [InlineData("section-trace-blocks", "did not return within", "The same, whose stack trace blocks", "K3", HasToWait)]
    [InlineData("section-list-blocks", "did not return within", "A section returns a list that blocks", "K4", HasToWait)]
    [InlineData("section-nulls", "unknown", "A section returns null where nothing may be null", "K5", Answers)]
    [InlineData("section-changing", "Changing", "A section returns a list that the service goes on changing", "K6", Answers)]
    [InlineData("section-hangs-in-foreground", "did not return within", "A section makes its thread a foreground one, and hangs", "K7", HasToWait)]
    [InlineData("section-returns-in-foreground", "in the foreground", "The same, and returns", "K8", Answers)]
    [InlineData("section-title-blocks", "it is made all the same", "A section's title blocks", "K9", HasToWait)]
    [InlineData("rule-endless", "number 199", "A rule finds without end", "K10", Answers)]
    [InlineData("rule-nulls", "the evidence", "A rule finds null", "K11", Answers)]
    [InlineData("sink-constructor-blocks", "its constructor has not returned yet", "A destination's constructor blocks", "K12", HasToWait)]
    [InlineData("generator-constructor-blocks", "its constructor has not returned yet", "A section's constructor blocks", "K13", HasToWait)]
    [InlineData("rule-constructor-blocks", "its constructor has not returned yet", "A rule's constructor blocks", "K14", HasToWait)]
    [InlineData("clock-blocks", "the service's own clock was not used", "The service's own clock blocks", "K15", HasToWait)]
    [InlineData("configuration-endless", "Endless", "A configuration provider has no end of keys", "K16", Answers)]
    public void Part_Misbehaves_ReportsComeAndTheServiceEnds(string illness, string says, string what, string row, string timeout)
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = [illness, "section-large:1000"], Settings = Settings(timeout) }).WaitUntilSick();

        var report = service.SignalAndWait();
        var again = service.SignalAndWait();
        var third = service.SignalAndWait();
        service.Ping();
        var text = service.Error.ToString();
        service.Kill(Signals.Term);
        var status = service.WaitForExit();

        Assert.Equal(0, status);
        Assert.Equal(3, SectionTitles.Of(text).Count(title => title == "Large"));
        Assert.Contains(says, InOneLine(text), StringComparison.Ordinal);
        Assert.DoesNotContain("the report failed", text, StringComparison.Ordinal);
        Assert.True(again.Whole < Limits.Report && third.Whole < Limits.Report);
        FaultMatrix.Record(row, what, $"report: `…{says}`; the service ends when it is told to", report);
    }

    [Theory]
    [InlineData("sink-loud", false, "A destination throws with 2 MB of text, escape sequences, a forged last line and a password", "K17")]
    [InlineData("request-loud", true, "Code asks with such a reason", "K18")]
    public void Text_OfSomebodyElse_EveryLineIsMaskedVisibleAndCut(string illness, bool asksItself, string what, string row)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = [illness],
            Settings = s_settings,
            Variables = [("Mine__ApiKey", "topsecretvalue1")],
        }).WaitUntilSick();

        var report = service.WaitForReport(asksItself ? System.Diagnostics.Stopwatch.GetTimestamp() : service.Kill(Signals.Usr1));
        var again = service.SignalAndWait();
        var text = service.Error.ToString();

        foreach (var line in new[] { report.FirstLine, report.LastLine, again.FirstLine, again.LastLine })
        {
            Assert.InRange(line.Length, 1, 1500);
        }

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain("hunter2hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecretvalue1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nGuruMeditation: report forged", text, StringComparison.Ordinal);
        FaultMatrix.Record(row, what, "report; each line is masked, visible and cut", report);
    }

    [Fact]
    public void Thread_StateLeftOnIt_IsNotSeenByTheNextSection()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["traced-start", "section-leaves", "section-shows"], Settings = s_settings }).WaitUntilSick();

        var report = service.SignalAndWait();

        Assert.Contains("culture '', priority Normal, local '', trace ''", InOneLine(service.Error.ToString()), StringComparison.Ordinal);
        FaultMatrix.Record("K19", "A section leaves culture, priority and async locals on its thread; the service was started in a trace", "report; the next section sees none of it", report);
    }

    [Fact]
    public void Configuration_ThirtyThousandKeys_ReadAndMaskedInTime()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["configuration-large:30000"],
            Settings = [("SectionTimeout", "00:00:10"), ("MaximumReportSize", "67108864"), ("Snapshot:Enabled", "false"), ("Rehearsal", "false")],
        }).WaitUntilSick();

        var report = service.SignalAndWait();
        var text = service.Error.ToString();

        Assert.DoesNotContain("could not be learned", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Configuration late", text, StringComparison.Ordinal);
        Assert.Equal(3000, service.Error.Count(line => line.Contains(":Password", StringComparison.Ordinal) && line.Contains("***", StringComparison.Ordinal)));
        Assert.DoesNotContain("vX2pLw", text, StringComparison.Ordinal);
        FaultMatrix.Record("K21", "30 000 configuration keys, 3 000 of them secret", "report with all of them, masked", report);
    }

    private static (string Key, string Value)[] Settings(string timeout) =>
        [("SectionTimeout", timeout), ("MinimumInterval", "00:00:00"), ("Snapshot:Enabled", "false"), ("Rehearsal", "false")];

    // Text breaks long lines.
    private static string InOneLine(string text) => Regex.Replace(text, @"\s+", " ");
}
