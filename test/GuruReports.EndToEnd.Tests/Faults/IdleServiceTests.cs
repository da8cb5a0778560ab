using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What a service has that is never asked, and when a report is prepared all the same.</summary>
[Collection(FaultCollection.Name)]
public sealed class IdleServiceTests
{
    private const string Snapshots = "System.Reflection.Metadata.dll";

    [UnstrainedFact]
    public void Service_WithoutWork_IsSparedAllPreparation()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["calm:6"], Before = "ulimit -n 16384" }).WaitUntilSick();

        var loaded = PreparationTests.Assemblies(service.Id);

        Assert.Contains("GuruReports.Hosting.dll", loaded);
        Assert.DoesNotContain("GuruReports.Reporting.dll", loaded);
        Assert.DoesNotContain(Snapshots, loaded);
        Until.True(() => Threads(service.Id) == "guru-job guru-meditation guru-watchdog", Limits.Answer, () => Threads(service.Id));
        service.SignalAndWait();
    }

    [RootTheory]
    [InlineData("gc-storm")]
    [InlineData("peg")]
    public void Service_UnderStrain_IsPreparedBeforeItIsAsked(string illness)
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = [illness], Before = "ulimit -n 16384", Settings = [("Watchdog:Enabled", "false")] }).WaitUntilSick();

        Until.True(() => PreparationTests.Assemblies(service.Id).Contains(Snapshots), Limits.Report, () => $"Nothing is prepared. {service.Error}");

        Assert.Equal(0, service.Error.Count(ReportLines.IsStart));
    }

    [RootTheory]
    [InlineData("ulimit -n 400")]
    [InlineData("ulimit -n 16384")]
    public void Signal_NeitherADescriptorNorAThreadOfThePoolIsThere_ServiceLives(string limit)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["calm:3", "descriptors:4"],
            Before = limit,
            Settings = [("Watchdog:Enabled", "false"), ("MinimumInterval", "00:00:00")],
            Variables = [("DOTNET_ThreadPool_ThreadTimeoutMs", "100")],
        }).WaitUntilSick();

        for (var signal = 0; signal < 3; signal++)
        {
            service.Kill(Signals.Usr1);
            service.Error.WaitFor(line => ReportLines.IsEnd(line) || line.StartsWith("GuruMeditation: no report: too few descriptors are left", StringComparison.Ordinal), Limits.Report);
        }

        service.Output.WaitFor(line => line == "given back", Limits.Report);
        service.SignalAndWait();
    }

    [RootFact]
    public void Signal_AllDescriptorsTakenBeforeAnythingIsLoaded_SaysSoAndReportsLater()
    {
        using var service = FaultProcess.Start(new FaultSetup { Illnesses = ["descriptors:4"], Before = "ulimit -n 16384", Settings = [("Watchdog:Enabled", "false")] }).WaitUntilSick();

        service.Kill(Signals.Usr1);
        service.Error.WaitFor(line => line.StartsWith("GuruMeditation: no report: too few descriptors are left", StringComparison.Ordinal), Limits.Report);
        service.Output.WaitFor(line => line == "given back", Limits.Report);
        var report = service.SignalAndWait();

        Assert.False(service.HasExited);
        Assert.NotEmpty(report.LastLine);
    }

    // The library's own.
    private static string Threads(int process) => string.Join(' ', OtherProcess.List(process, "task")
        .Select(thread => OtherProcess.Read(process, $"task/{thread}/comm")?.Trim() ?? "")
        .Where(name => name.StartsWith("guru", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));
}
