using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What the record of each second says in the report of a real service.</summary>
[Collection(FaultCollection.Name)]
public sealed partial class HistoryTests
{
    [Fact]
    public void History_ServiceThrowsTwoTypes_HasALineForEach()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["exceptions:100"],
            Settings = [("MinimumInterval", "00:00:00"), ("Snapshot:Enabled", "false")],
        }).WaitUntilSick();

        // The record writes a row a second: the first report may come before the first of them.
        ReportUntil(service, Rows().ToString());

        var rows = Rows().Matches(service.Error.ToString())[^1];
        var (often, seldom) = (int.Parse(rows.Groups[1].ValueSpan), int.Parse(rows.Groups[2].ValueSpan));
        Assert.InRange(seldom, 1, often);
    }

    [MemoryGroupFact]
    public void History_LimitOfTheGroupIsChanged_SaysWhenAndFromWhat()
    {
        using var group = new MemoryGroup(600L << 20);
        using var service = FaultProcess.Start(new FaultSetup
        {
            Settings = [("MinimumInterval", "00:00:00"), ("Snapshot:Enabled", "false")],
            Before = $"echo $$ > {group.Folder}/cgroup.procs",
        }).WaitUntilSick();
        ReportUntil(service, "memory limit of the group +600 MiB");

        group.Limit(500L << 20);

        ReportUntil(service, @"\nlimit changed += at \d\d:\d\d:\d\dZ  memory limit of the group 600 MiB → 500 MiB\n");
    }

    private static void ReportUntil(FaultProcess service, string pattern) => Until.True(
        () =>
        {
            service.SignalAndWait();
            return Regex.IsMatch(service.Error.ToString(), pattern);
        },
        Limits.Report,
        service.Error.ToString);

    // One of ten is of the second type.
    [GeneratedRegex(@"\nexceptions by type, last \d.*:\n +Type +Thrown +Last +Most a second +Picture\n +System\.FormatException +(\d+) +\d\d:\d\d:\d\dZ .*\n +System\.Collections\.Generic\.KeyNotFoundException +(\d+) +\d\d:\d\d:\d\dZ .*\n")]
    private static partial Regex Rows();
}
