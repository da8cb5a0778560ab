using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Faults;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Systemd;

/// <summary>The hardened unit of the operators' guide, run by a real systemd; and one that hides the machine from it.</summary>
[Collection(FaultCollection.Name)]
public sealed class HardenedUnitTests
{
    [SystemdFact]
    public void Kill_HardenedUnit_ReportIsWholeInJournalAndFileAndOneThatForbidsMoreSaysWhatIsNotKnown()
    {
        using var machine = new SystemdMachine(Programs.TestService, ("orders.service", Unit()), ("more.service", Unit("ProcSubset=pid")));
        var (report, more) = (Ask(machine, "orders.service"), Ask(machine, "more.service"));

        Assert.Contains("way: in process", report, StringComparison.Ordinal);
        Assert.Matches(@"\d+ pending async method", report);
        Assert.DoesNotContain("not whole", report, StringComparison.Ordinal);
        Assert.All(OneLiners(report), line => Assert.NotEmpty(machine.Do("bash", "-c", line)));
        Assert.Contains("way: in process", more, StringComparison.Ordinal);
        Assert.Contains("no memory limit could be read", more, StringComparison.Ordinal);
        Assert.EndsWith("600", machine.Do("bash", "-c", "stat --format %a /var/log/orders/*_gurumeditation_*").Trim(), StringComparison.Ordinal);
    }

    // As the guide gives them, but for the id of the report; jq is not everywhere.
    private static List<string> OneLiners(string report)
    {
        var id = Regex.Match(report, "^report (\\S+)", RegexOptions.Multiline).Groups[1].Value;
        var guide = File.ReadAllText(Repository.PathOf("docs", "operator-guide.md"));
        var lines = Regex.Matches(guide, "^(journalctl [^#\n]+)", RegexOptions.Multiline).Select(line => line.Value.Replace("7f3a-3", id, StringComparison.Ordinal))
            .Where(line => !line.Contains("jq", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, lines.Count);
        return lines;
    }

    private static string Unit(params string[] more)
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "operator-guide.md"));
        var unit = Regex.Match(guide, "```ini\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("SystemCallFilter=@system-service", unit, StringComparison.Ordinal);

        // The test's machine has no network target and no dotnet in /usr/bin, and reports are wanted at once.
        return unit
            .Replace("After=network-online.target", "DefaultDependencies=no", StringComparison.Ordinal)
            .Replace("/usr/bin/dotnet /opt/orders/Orders.dll", SystemdMachine.DotNet + " /opt/guru/GuruReports.TestService.dll plain", StringComparison.Ordinal)
            .Replace("[Install]", string.Join('\n', more) + "\nStandardInput=null\nEnvironment=GuruMeditation__Snapshot__TimeoutWhenStarved=00:00:10\n[Install]", StringComparison.Ordinal);
    }

    private static string Ask(SystemdMachine machine, string unit)
    {
        machine.Start(unit, "ready");
        machine.Do("systemctl", "kill", "--signal=USR1", "--kill-whom=main", unit);
        var report = "";
        machine.Wait("no report of " + unit, () =>
        {
            var entries = JournalJson.Parse(machine.Do("journalctl", "--all", "--output=json", "--unit", unit, SystemdTests.MessageId));
            report = entries.Count == 0 ? "" : entries[0]["MESSAGE"] ?? "";
            return entries.Count > 0;
        });
        machine.Do("systemctl", "stop", unit);
        return report;
    }
}
