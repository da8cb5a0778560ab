using System.Globalization;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Services that fell sick some time before anybody asked: the first report's first finding says since when.</summary>
[Collection(FaultCollection.Name)]
public sealed partial class SinceTests
{
    private const string Calm = "calm:30";

    private static readonly TimeSpan s_right = TimeSpan.FromSeconds(2);

    [Fact]
    public void FirstReport_PoolStarvedSomeSecondsAgo_SaysSinceWhen() => FirstFindingSaysSinceWhen("starve:40", "SYNC OVER ASYNC|STARVATION", TimeSpan.FromSeconds(12));

    [LongTheory]
    [InlineData("starve:40", "SYNC OVER ASYNC|STARVATION")]
    [InlineData("held-lock:40", "LOCK CONVOY|DEADLOCK")]
    [InlineData("leak:8", "MEMORY GROWTH")]
    [InlineData("peg", "SPINNING|HOT THREAD|COMPUTING|OVERLOAD")]
    [InlineData("exceptions:200", "EXCEPTIONS")]
    public void FirstReport_SickFor90Seconds_SaysSinceWhen(string illness, string finding) => FirstFindingSaysSinceWhen(illness, finding, TimeSpan.FromSeconds(90));

    [LongTheory]
    [InlineData("starve:40", "SYNC OVER ASYNC|STARVATION")]
    [InlineData("held-lock:40", "LOCK CONVOY|DEADLOCK")]
    [InlineData("leak:8", "MEMORY GROWTH")]
    [InlineData("exceptions:200", "EXCEPTIONS")]
    public void FirstReport_RestlessServiceSickFor90Seconds_SaysSinceWhen(string illness, string finding) =>
        FirstFindingSaysSinceWhen(illness, finding, TimeSpan.FromSeconds(90), "restless:100");

    private static void FirstFindingSaysSinceWhen(string illness, string finding, TimeSpan sickFor, params string[] before)
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = [.. before, Calm, illness], Settings = [("Watchdog:Enabled", "false")] }).WaitUntilSick();
        var fellSick = DateTime.UtcNow;
        Until.HasPassed(sickFor);

        service.SignalAndWait();

        var report = service.Error.ToString();
        // The machine that tests run on may be busy, which is no finding about the service.
        var first = Findings().Matches(report).Select(match => match.Value).FirstOrDefault(text => !text.Contains(" MACHINE BUSY  ", StringComparison.Ordinal));
        Assert.True(first is not null, report);
        Assert.Matches($@"^\n \d ({finding})  ", first);
        var since = Since().Match(first);
        Assert.True(since.Success, first);
        Assert.InRange(DateTime.Parse(since.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - fellSick, -s_right, s_right);
    }

    [GeneratedRegex(@"\n \d [A-Z].*?(?=\n \d [A-Z]|\n====)", RegexOptions.Singleline)]
    private static partial Regex Findings();

    [GeneratedRegex(@"since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ), ")]
    private static partial Regex Since();
}
