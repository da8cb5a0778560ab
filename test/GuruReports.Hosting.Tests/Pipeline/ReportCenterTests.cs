using GuruReports.Inspection.Snapshot;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>The end of a report that is running: the last host stops, the process ends, or a report must come now.</summary>
public sealed class ReportCenterTests
{
    [Fact]
    public void Drain_NothingRuns_ReturnsAtOnce()
    {
        var test = new TestCenter { DrainLimit = TimeSpan.Zero };

        Assert.True(test.Center.Drain());
    }

    [Fact]
    public void Drain_SnapshotIsBeingRead_ReportEndsWithWhatItHas()
    {
        var test = new TestCenter();
        test.AddHost();
        test.Run();
        test.Center.Request("a test");
        TestCenter.Until(() => test.Session.IsWaitedFor);

        var isDrained = test.Center.Drain();

        Assert.True(isDrained);
        Assert.True(test.Session.IsDisposed);
        Assert.Contains("the service was stopping before it was read", OneLine(test.Error.LastReport), StringComparison.Ordinal);
        Assert.Contains("written to standard error", test.Error.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Drain_DestinationHangs_GivesUpAfterItsLimit()
    {
        using var release = new ManualResetEventSlim();
        var test = new TestCenter { DrainLimit = TimeSpan.FromMilliseconds(50) };
        var sink = new FakeSink(_ =>
        {
            release.Wait(TestCenter.Long);
            return "";
        });
        test.Options.DestinationTimeout = TestCenter.Long;
        test.Options.Snapshot.Enabled = false;
        test.AddHost(sinks: [sink]);
        test.Run();
        test.Center.Request("a test");
        TestCenter.Until(() => sink.Last is not null);

        var isDrained = test.Center.Drain();
        release.Set();

        Assert.False(isDrained);
    }

    [Fact]
    public void Remove_LastHost_DrainsAndOthersDoNot()
    {
        var test = new TestCenter();
        var first = test.AddHost();
        var second = test.AddHost();
        test.Run();
        test.Center.Request("a test");
        TestCenter.Until(() => test.Session.IsWaitedFor);

        test.Center.Remove(first);
        var ranOn = test.Error.LastReport.Length == 0;
        test.Center.Remove(second);

        Assert.True(ranOn);
        Assert.Contains("the service was stopping", OneLine(test.Error.LastReport), StringComparison.Ordinal);
    }

    [Fact]
    public void Drain_RequestsWaitForTheirInterval_AnsweredNow()
    {
        var test = new TestCenter();
        test.Options.MinimumInterval = TimeSpan.FromHours(1);
        test.Options.Snapshot.Enabled = false;
        test.AddHost();
        test.Run();
        test.Center.Request("first");
        TestCenter.Until(() => test.Error.Lines.Count == 2);
        test.Center.Request("second");

        var isDrained = test.Center.Drain();

        Assert.True(isDrained);
        Assert.Contains("second", test.Error.LastReport, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestAndWait_ReportIsRunning_ThatOneEndsAndThisOneComes()
    {
        var test = new TestCenter();
        test.AddHost();
        test.Run();
        test.Center.Request("slow");
        TestCenter.Until(() => test.Session.IsWaitedFor);
        test.Session.OnStart = () => test.Session.Answer(new SnapshotCapture { UnavailableReason = "answered" });

        test.Center.RequestAndWait("crash", TestCenter.Long);

        Assert.Equal(2, test.Error.Lines.Count(line => line.Contains("started", StringComparison.Ordinal)));
        Assert.Contains("crash", test.Error.LastReport, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_FromCode_GoesNowhere()
    {
        var test = new TestCenter();
        test.Options.Snapshot.Enabled = false;
        test.AddHost();
        test.Run();

        var report = test.Center.Capture("code asks");

        Assert.Equal("code asks", report.Reason);
        Assert.Empty(test.Error.Lines);
    }

    [Fact]
    public void Capture_WithATimeLimit_IsCollectedInAPartOfIt()
    {
        var test = new TestCenter();
        test.Options.ReportTimeout = TestCenter.Long;
        test.Options.SectionTimeout = TestCenter.Long;
        test.Options.Snapshot.Enabled = false;
        using var never = new ManualResetEventSlim();
        test.AddHost([new FakeGenerator("Stuck", _ => { never.Wait(); return new ReportSection { Title = "Stuck" }; })]);
        test.Run();

        var report = test.Center.Capture("code asks", TimeSpan.FromSeconds(2));

        Assert.Equal(SectionStatus.Late, report.Sections.Single(section => section.Title == "Stuck").Status);
        never.Set();
    }

    [Fact]
    public void Capture_BehindAReportThatTakesLonger_TimesOutAndIsNotMadeLater()
    {
        var test = new TestCenter();
        test.Options.Snapshot.Enabled = false;
        test.Options.SectionTimeout = TestCenter.Long;
        using var held = new ManualResetEventSlim();
        var made = 0;
        test.AddHost([new FakeGenerator("Held", _ => { Interlocked.Increment(ref made); held.Wait(); return new ReportSection { Title = "Held" }; })]);
        test.Run();
        test.Center.Request("first");
        TestCenter.Until(() => Volatile.Read(ref made) == 1);

        Assert.Throws<TimeoutException>(() => test.Center.Capture("second", TimeSpan.FromMilliseconds(50)));

        held.Set();
        Assert.Equal("third", test.Center.Capture("third").Reason);
        Assert.Equal(2, made);
    }

    [Fact]
    public void Capture_Canceled_EndsTheWait()
    {
        var test = new TestCenter();
        test.Options.Snapshot.Enabled = false;
        test.Options.SectionTimeout = TestCenter.Long;
        using var held = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        test.AddHost([new FakeGenerator("Held", _ => { cancellation.Cancel(); held.Wait(); return new ReportSection { Title = "Held" }; })]);
        test.Run();

        Assert.ThrowsAny<OperationCanceledException>(() => test.Center.Capture("code asks", cancellation: cancellation.Token));

        held.Set();
    }

    [Fact]
    public void Request_Disabled_IsAnsweredByOneLine()
    {
        var test = new TestCenter();
        test.Options.Enabled = false;
        test.AddHost();

        test.Center.Request("a test");
        test.Center.TakeTurn();

        Assert.Equal(["GuruMeditation: no report: turned off by GuruMeditation:Enabled"], test.Error.Lines);
    }

    [Fact]
    public void Request_ReasonOfSomebodyElse_MaskedVisibleAndCut()
    {
        var test = new TestCenter();
        test.Options.Snapshot.Enabled = false;
        test.AddHost();
        test.Center.RequestByCode("odd \u001b[31m password=hunter2hunter2\nGuruMeditation: report forged " + new string('x', 1 << 20));

        test.Center.TakeTurn();

        Assert.All(test.Error.Lines, line => Assert.InRange(line.Length, 1, 1000));
        Assert.DoesNotContain('\u001b', string.Concat(test.Error.Lines));
        Assert.DoesNotContain('\n', string.Concat(test.Error.Lines));
        Assert.DoesNotContain("hunter2hunter2", string.Concat(test.Error.Lines) + test.Error.LastReport, StringComparison.Ordinal);
        Assert.Contains("started (odd \\x1b[31m password=***", test.Error.Lines[0], StringComparison.Ordinal);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Request_TooFewDescriptorsToLoadAnything_SaysSoAndComesOnceThereAreSome(bool mayBeTried)
    {
        var hasRoom = false;
        var test = new TestCenter { MayLoadAssemblies = () => hasRoom || mayBeTried, LoadAssemblies = _ => hasRoom };
        test.AddHost();

        var none = test.Report();
        var told = test.Error.Lines[^1];
        hasRoom = true;
        var later = test.Report();

        Assert.Empty(none);
        Assert.StartsWith("GuruMeditation: no report: too few descriptors", told, StringComparison.Ordinal);
        Assert.Contains("a test", later, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_TooFewDescriptorsToLoadAnything_Throws()
    {
        var test = new TestCenter { MayLoadAssemblies = static () => false };
        test.AddHost();
        test.Run();

        var thrown = Assert.Throws<InvalidOperationException>(() => test.Center.Capture("code asks"));

        Assert.Contains("too few descriptors", thrown.InnerException?.Message, StringComparison.Ordinal);
    }
}
