using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.EndToEnd.Tests.Work;

/// <summary>A real web service with known work in flight, a real kill: every count and name agrees, and nothing that a client sent is shown.</summary>
public sealed class WorkTests
{
    public static TheoryData<int> Runs => [.. Enumerable.Range(1, 20)];

    [Fact]
    public void Report_WorkInFlight_TellsAllOfItWithAgesAndTracesAndNoSecret()
    {
        // Optimised from the start, so that small actions have no frame of their own.
        using var zoo = new WebZoo(null, ("DOTNET_TieredCompilation", "0"));

        var report = zoo.Report(static groups => ExpectedWork.Differences(groups).Count == 0);
        var next = zoo.Report(static groups => groups.Any(IsRemembered));

        var groups = WebZoo.Groups(report);
        Assert.Empty(ExpectedWork.Differences(groups));
        AssertTimes(groups);
        AssertJoined(report);
        Assert.All(groups.Single(static group => group.State == "Export {id}").Members, static member => Assert.StartsWith("Export ", Assert.IsType<ReportText>(member.Details[0].Value).Text, StringComparison.Ordinal));
        Assert.Contains(WebZoo.Groups(next), static group => group.Noun == "background service" && IsRemembered(group));
        Assert.All(Enum.GetValues<ReportFormat>(), format => Assert.DoesNotContain(WebZoo.Secret, ReportRendering.Render(next, format), StringComparison.Ordinal));
        Assert.DoesNotContain(WebZoo.Secret, zoo.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("many load")]
    public void Report_FiveHundredRequestsInKnownStates_TellsEachOfThem(string ways) => AssertMany(ways, null);

    [LongTheory]
    [MemberData(nameof(Runs))]
    public void Report_FiveHundredRequestsWhileCollectionsRun_TellsEachOfThemEachTime(int run) => AssertMany("many load", run % 2 == 0 ? "1" : "0");

    [Fact]
    public void Report_WorkThatHasEnded_TellsWhatIsStillInMemoryAndNeverMore()
    {
        using var zoo = new WebZoo();
        string[] ended = [];
        var asked = 0;

        // The activities are kept; only those of the last minute count, and a machine may be slow.
        do
        {
            zoo.EndWork();
            asked++;
            ended = EndedNames(zoo.Report(static _ => true));
            Assert.DoesNotContain(WebZoo.Secret, string.Concat(ended), StringComparison.Ordinal);
            Assert.All(ended, line => Assert.InRange(CountOf(line), 1, MostOf(line) * asked));
        }
        while (!IsAll(ended) && asked < 5);

        Assert.Equal(
            [$"{6 * asked} × GET /broken, {6 * asked} failed", $"{12 * asked} × Import batch, {4 * asked} failed", $"{200 * asked} × GET /done/{{id}}"],
            ended);

        bool IsAll(string[] lines) => lines.Length == 3 && Array.TrueForAll(lines, line => CountOf(line) == MostOf(line) * asked);
    }

    [Fact]
    public void Report_NoSnapshot_TellsWhatTheStacksShowAndWhyNoMore()
    {
        using var zoo = new WebZoo(null, ("Snapshot:Enabled", "false"));

        var report = zoo.Report(static groups => groups.Where(static group => group.Noun == "request").Sum(static group => group.Count) == 5);

        var section = report.Sections.Single(static section => section.Title == "Work");
        Assert.Equal(SectionStatus.Partial, section.Status);
        Assert.Contains("Snapshot:Enabled", section.Reason, StringComparison.Ordinal);
        var groups = WebZoo.Groups(report);
        Assert.Equal(5, groups.Where(static group => group.Noun == "request").Sum(static group => group.Count));
        Assert.Single(groups, static group => group.Noun == "timer callback");
    }

    private static void AssertMany(string ways, string? tiered)
    {
        using var zoo = new WebZoo(ways.Split(' '), null, tiered is null ? [] : [("DOTNET_TieredCompilation", tiered)]);

        var report = zoo.Report(static groups => ExpectedWork.Differences(groups, isMany: true).Count == 0);

        var groups = WebZoo.Groups(report);
        Assert.Empty(ExpectedWork.Differences(groups, isMany: true));
        Assert.Equal(500, groups.Where(static group => group.Noun is "request" or "gRPC call" or "gRPC stream" or "open connection").Sum(static group => group.Count));
        AssertTimes(groups);
    }

    private static int MostOf(string line) => line.Contains("/broken", StringComparison.Ordinal) ? 6 : line.Contains("Import batch", StringComparison.Ordinal) ? 12 : line.Contains("/done/", StringComparison.Ordinal) ? 200 : 0;

    private static int CountOf(string line) => int.Parse(line[..line.IndexOf(" × ", StringComparison.Ordinal)].Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // at least … ended in the last minute, 10 failed: 6 × GET /broken, 6 failed, longest 3 ms; …; 4 other names
    private static string[] EndedNames(Report report)
    {
        var line = report.Sections.Single(static section => section.Title == "Work").Summary!.Split('\n').Single(static line => line.StartsWith("at least ", StringComparison.Ordinal));
        return [.. line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split("; ").Where(static name => name.Contains(" × ", StringComparison.Ordinal)).Select(static name => name[..name.LastIndexOf(", longest ", StringComparison.Ordinal)])];
    }

    private static void AssertTimes(IReadOnlyList<StackGroup> groups)
    {
        var requests = groups.Where(static group => group.Noun is "request" or "gRPC call" or "gRPC stream" or "open connection" or "activity").ToList();
        Assert.All(requests, static group => Assert.All(group.Members, static member =>
        {
            Assert.InRange(((ReportDuration)Detail(member, "age")).Duration, TimeSpan.Zero, TimeSpan.FromMinutes(5));
            Assert.Matches("^[0-9a-f]{32}$", ((ReportText)Detail(member, "trace")).Text);
        }));
        Assert.Equal("HTTP/2", ((ReportText)Detail(groups.Single(static group => group.State == "POST /orders").Members[0], "protocol")).Text);
        Assert.Contains("the client has gone", groups.Single(static group => group.State == "GET /left").Remarks);
    }

    private static void AssertJoined(Report report)
    {
        // The frame of the method made at run time is told by the handler that was compiled into it.
        Assert.Contains(WebZoo.Groups(report, "Threads"), static group =>
            group.Frames.Any(static frame => frame.Method.Contains("StockController.Small()", StringComparison.Ordinal))
            && group.Notes.Any(static note => note.StartsWith("for ", StringComparison.Ordinal) && note.Contains("GET /stock/small, ", StringComparison.Ordinal) && note.Contains(", trace ", StringComparison.Ordinal)));
        var small = WebZoo.Groups(report).Single(static group => group.State == "GET /stock/small");
        Assert.StartsWith("compiled into lambda_method", small.Frames[0].Remark, StringComparison.Ordinal);
        var chains = WebZoo.Groups(report, "Green Threads");

        // The server runs some of them from code of its own that had to wait for their bytes: other stacks, the same work.
        var orders = chains.Where(static group => group.Notes.Any(static note => note.Contains("POST /orders, ", StringComparison.Ordinal))).ToList();
        Assert.Equal(20, orders.Sum(static group => group.Count));
        Assert.All(orders, static group => Assert.Contains(group.Notes, note => note.StartsWith(group.Count == 1 ? "for POST /orders, " : $"for {group.Count} × POST /orders, oldest ", StringComparison.Ordinal)));
        Assert.Contains(chains, static group => group.Notes.Contains("for background service GuruReports.WebZoo.Services.Sweeper"));
    }

    private static bool IsRemembered(StackGroup group) => group.Remarks.Any(static remark => remark.EndsWith(" ago too", StringComparison.Ordinal));

    private static ReportValue Detail(StackMember member, string name) => member.Details.Single(detail => detail.Name == name).Value;
}
