using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Service;

public class ServiceTests
{
    [Fact]
    public void Evaluate_StartBlocksAThread_NamesServiceAndPlace()
    {
        var host = Some.Host with { State = HostState.Starting, For = TimeSpan.FromSeconds(40), Services = [new("Bank.Other", HostedServiceState.Unknown), new("Bank.Warmup", HostedServiceState.Unknown)] };
        var report = new ReportBuilder().With(host).With(Thread(1).At("Bank.Warmup", "StartAsync", 14).Sleeping());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU017", finding.Id);
        Assert.Equal("the host has been starting for 40 s and waits for Warmup", finding.Summary);
        Assert.Contains("Bank.Warmup.StartAsync() Warmup.cs:14", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_StartAwaits_NamesTheChain()
    {
        var host = Some.Host with { State = HostState.Starting, For = TimeSpan.FromSeconds(40), Services = [new("Bank.Migration", HostedServiceState.Unknown)] };
        var report = new ReportBuilder().With(host).WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 2, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.CompletionSource, "a promise", "Bank.Migration.ConnectAsync", "Bank.Migration.StartAsync")] },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Contains("async Bank.Migration.ConnectAsync Bank.cs:10", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_StartingForAMoment_Nothing()
    {
        var report = new ReportBuilder().With(Some.Host with { State = HostState.Starting, For = TimeSpan.FromSeconds(3) });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ServiceRunsOnWhileTheHostStops_NamesIt()
    {
        var host = Some.Host with { State = HostState.Stopping, For = TimeSpan.FromSeconds(12), ShutdownTimeout = TimeSpan.FromSeconds(30), Services = [new("Bank.Mails", HostedServiceState.Running), new("Bank.Done", HostedServiceState.Completed)] };
        var report = new ReportBuilder().With(host).With(Thread(9).At("Bank.Mails", "Send", 14).Sleeping());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU018", finding.Id);
        Assert.Equal("the host has been stopping for 12 s of at most 30 s and waits for Mails", finding.Summary);
    }

    [Fact]
    public void Evaluate_BackgroundServiceFaulted_Told()
    {
        var report = new ReportBuilder().With(Some.Host with { Services = [new("Bank.Poller", HostedServiceState.Faulted, "KeyNotFoundException: 7")] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU029", finding.Id);
        Assert.Equal("Bank.Poller: KeyNotFoundException: 7", finding.Evidence[0]);
    }

    [Theory]
    [InlineData("System.IO.Pipe.Read awaited by Bank.Inbox.ExecuteAsync", FindingSeverity.Warning)]
    [InlineData("System.IO.Pipe.Read awaited by Bank.BulkInbox.ExecuteAsync", FindingSeverity.Information)]
    [InlineData("Bank.BulkInbox.Read awaited by Bank.Inbox.ExecuteAsync", FindingSeverity.Warning)]
    public void Evaluate_ReaderOfAChannelEndedByItself_SuspiciousAfterAnException(string thrown, FindingSeverity expected)
    {
        var report = EndedReader()
            .WithSnapshot(snapshot => snapshot with { Async = Pending("Bank.Mails.SendAsync") })
            .With(new ExceptionFacts { Since = DateTimeOffset.UnixEpoch, Total = 1, Types = [new ThrownTypeFacts { Type = "System.IO.IOException", Count = 1, ThrowSites = [new CountFacts(thrown, 1)] }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU029", expected), (finding.Id, finding.Severity));
        Assert.Equal("Inbox has ended by itself, though it works off a channel; the host runs on without it", finding.Summary);
    }

    [Fact]
    public void Evaluate_ReaderOfAChannelHasLeftALoopBehind_Nothing()
    {
        var report = EndedReader().WithSnapshot(snapshot => snapshot with { Async = Pending("Bank.Inbox.ReadAllAsync") });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ReaderOfAChannelEndedWithoutSnapshot_Nothing()
    {
        Assert.Empty(EndedReader().Findings());
    }

    [Theory]
    [InlineData(HostedServiceState.Running, HostState.Started)]
    [InlineData(HostedServiceState.Completed, HostState.Started)]
    [InlineData(HostedServiceState.Canceled, HostState.Stopping)]
    public void Evaluate_ServiceInItsOrdinaryState_Nothing(object service, object host)
    {
        var report = new ReportBuilder().With(Some.Host with { State = (HostState)host, For = TimeSpan.Zero, Services = [new("Bank.Poller", (HostedServiceState)service)] });

        Assert.Empty(report.Findings());
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(400, 1)]
    public void Evaluate_ExceptionsPerSecond_NamesTypeAndPlace(double perSecond, int expected)
    {
        var type = new ThrownTypeFacts { Type = "System.FormatException", Count = 5_000, ThrowSites = [new CountFacts("Bank.Feed.Parse() Feed.cs:9", 16)] };
        var report = new ReportBuilder().With(new ExceptionFacts { Since = DateTimeOffset.UnixEpoch, Total = 5_000, PerSecond = perSecond, Types = [type] });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU013" && finding.Evidence[1].Contains("Bank.Feed.Parse() Feed.cs:9", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_EmittedAssembliesPileUp_NamesThem()
    {
        var report = new ReportBuilder().With(new AssembliesFacts { LoadedAssemblies = 400, DynamicAssemblies = 300, RepeatedNames = [new CountFacts("Rules", 290)] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU022", finding.Id);
        Assert.Equal("290 × Rules", finding.Evidence[0]);
    }

    [Fact]
    public void Evaluate_PlugInBringsItsOwnCopy_InformationOnly()
    {
        var report = new ReportBuilder().With(new AssembliesFacts { Duplicates = [new DuplicateAssemblyFacts("Json", ["1.0 default", "2.0 plug-in"])] });

        Assert.Equal(FindingSeverity.Information, Assert.Single(report.Findings()).Severity);
    }

    [Fact]
    public void Evaluate_LoadedDiffersFromDepsJson_Warning()
    {
        var report = new ReportBuilder().With(new AssembliesFacts { Mismatches = [new AssemblyMismatchFacts("Json", "Json 13.0.3", "13.0.0.0", "12.0.0.0", "/srv/Json.dll")] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("1 loaded assembly differs from what deps.json names", finding.Summary);
    }

    [Fact]
    public void Evaluate_OptionsFailValidation_SaysWhichAndWhy()
    {
        var report = new ReportBuilder().With(new ConfigurationFacts { OptionsFailures = [new OptionsFailureFacts("Bank.SmtpOptions", "", ["The Server field is required."])] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU025", finding.Id);
        Assert.Equal("Bank.SmtpOptions: The Server field is required.", finding.Evidence[0]);
    }

    [Theory]
    [InlineData("Orders:Endpoint", "memory", "environment", true, 1)]
    [InlineData("Orders:Endpoint", "memory", "environment", false, 0)]
    [InlineData("Orders:Endpoint", "environment", "appsettings.json", true, 0)]
    [InlineData("Orders:Endpoint", "command line", "environment", true, 0)]
    [InlineData("contentRoot", "memory", "environment", true, 0)]
    public void Evaluate_KeyOverridden_OnlyWhenTheOperatorLoses(string key, string winner, string loser, bool differs, int expected)
    {
        var report = new ReportBuilder().With(new ConfigurationFacts { Keys = [new ConfigurationKeyFacts(key, winner, [loser], differs)] });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU026"));
    }

    [Theory]
    [InlineData("Development", "systemd", 1)]
    [InlineData("Development", null, 0)]
    [InlineData("Production", "systemd", 0)]
    [InlineData("Prodution", null, 1)]
    [InlineData("Integration", null, 0)]
    [InlineData("Test", null, 0)]
    public void Evaluate_EnvironmentName_OnlyWhenItCannotBeMeant(string name, string? supervisor, int expected)
    {
        var report = new ReportBuilder().With(Some.Host with { EnvironmentName = name, Supervisor = supervisor });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU027"));
    }

    [Theory]
    [InlineData("Bank.Relay.ExecuteAsync", 1)]
    [InlineData("Bank.Desk.Pay", 0)]
    public void Evaluate_LoopEnded_OnlyAfterAnExceptionOfItsOwn(string thrown, int expected)
    {
        var report = new ReportBuilder()
            .With(Some.Host with { Services = [new("Bank.Relay", HostedServiceState.Completed) { Source = "a loop until it is stopped", MayEnd = true }] })
            .WithSnapshot(snapshot => snapshot with { Async = Pending("Bank.Mails.SendAsync") })
            .With(new ExceptionFacts { Since = DateTimeOffset.UnixEpoch, Total = 1, Types = [new ThrownTypeFacts { Type = "System.IO.IOException", Count = 1, ThrowSites = [new CountFacts(thrown, 1)] }] });

        Assert.Equal(expected, report.Findings().Count(finding => finding is { Id: "GURU029", Severity: FindingSeverity.Warning }));
    }

    private static ReportBuilder EndedReader() =>
        new ReportBuilder().With(Some.Host with { Services = [new("Bank.Inbox", HostedServiceState.Completed) { Source = "a channel" }, new("Bank.Warm", HostedServiceState.Completed)] });

    private static AsyncSnapshot Pending(string method) =>
        new() { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.ChannelRead, "an empty channel", method)] };
}
