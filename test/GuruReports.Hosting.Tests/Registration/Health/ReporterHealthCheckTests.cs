using GuruReports.Hosting.Registration.Health;
using GuruReports.Hosting.Telemetry;
using GuruReports.Hosting.Triggers;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Registration.Health;

public sealed class ReporterHealthCheckTests
{
    private static readonly SignalState s_armed = new(10, "SIGUSR1", SignalMode.TakenOver, "SIGUSR1 (10) asks for a report: taken over before the thread pool.");

    private readonly GuruMeditationOptions _options = new();

    [Fact]
    public async Task Check_ArmedAndNeverAsked_IsHealthyAndSaysSo()
    {
        var result = await Check(new ReporterState(_options, s_armed, 0, null));

        Assert.Equal(HealthStatus.Healthy, result.Status);
        Assert.Equal("SIGUSR1 (10) asks for a report: taken over before the thread pool. No report yet.", result.Description);
        Assert.Equal("SIGUSR1", result.Data["signal"]);
    }

    [Fact]
    public async Task Check_LastReportFoundSomethingCritical_IsHealthyAndNamesIt()
    {
        var result = await Check(new ReporterState(_options, s_armed, 1, Look(ReportOutcome.Written)));

        Assert.Equal(HealthStatus.Healthy, result.Status);
        Assert.EndsWith("The last report, t-1, found DEADLOCK.", result.Description, StringComparison.Ordinal);
        Assert.Equal(["DEADLOCK"], Assert.IsAssignableFrom<IReadOnlyList<string>>(result.Data["findings"]));
        Assert.Equal(("t-1", 1), (result.Data["lastReport"], result.Data["abandonedThreads"]));
    }

    public static TheoryData<string> Problems => ["no host", "not armed", "abandoned", "lost"];

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Check_ReportsWouldNotCome_IsDegradedUnlessToldOtherwise(string problem)
    {
        var (state, text) = problem switch
        {
            "no host" => (new ReporterState(null, null, 0, null), "no host has started the reports"),
            "not armed" => (new ReporterState(_options, s_armed with { Mode = SignalMode.None, Text = "SIGUSR1 could not be armed: x" }, 0, null), "SIGUSR1 could not be armed: x"),
            "abandoned" => (new ReporterState(_options, s_armed, 8, null), "8 threads hang in code of the service: reports ask no more of it"),
            _ => (new ReporterState(_options, s_armed, 0, Look(ReportOutcome.Lost)), "no destination took the report t-1"),
        };

        var usual = await Check(state);
        var strict = await Check(state, HealthStatus.Unhealthy);

        Assert.Equal((HealthStatus.Degraded, text), (usual.Status, usual.Description));
        Assert.Equal(HealthStatus.Unhealthy, strict.Status);
    }

    [Fact]
    public async Task Check_TurnedOffOnPurpose_IsHealthy()
    {
        var noSignal = await Check(new ReporterState(_options, new SignalState(0, "none", SignalMode.None, "No signal asks for a report: turned off."), 0, null));
        _options.Enabled = false;
        var off = await Check(new ReporterState(_options, s_armed, 0, null));

        Assert.Equal(HealthStatus.Healthy, noSignal.Status);
        Assert.Equal((HealthStatus.Healthy, "reports are turned off"), (off.Status, off.Description));
    }

    [Fact]
    public void AddGuruMeditation_TwoNames_AreTwoChecks()
    {
        var services = new ServiceCollection();
        services.AddHealthChecks().AddGuruMeditation().AddGuruMeditation("mine", HealthStatus.Unhealthy, ["ready"], TimeSpan.FromSeconds(3));

        var registered = services.BuildServiceProvider().GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.Equal([("guru-meditation", "", Timeout.InfiniteTimeSpan), ("mine", "ready", TimeSpan.FromSeconds(3))], registered.Select(check => (check.Name, string.Join(",", check.Tags), check.Timeout)));
    }

    private static async Task<HealthReportEntry> Check(ReporterState state, HealthStatus failure = HealthStatus.Degraded)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        ReporterHealthCheck.Add(services.AddHealthChecks(), "reports", failure, tags: null, timeout: null, () => state);
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["reports"];
    }

    private static LastLook Look(ReportOutcome outcome) => new(
        new Report
        {
            Id = "t-1",
            Reason = "test",
            Requests = 1,
            CreatedAt = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(1),
            Service = new ServiceIdentity { Name = "test", Version = "1", ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
            Findings = [new Finding { Id = "GURU001", Name = "DEADLOCK", Severity = FindingSeverity.Critical, Summary = "s" }],
        },
        outcome);
}
