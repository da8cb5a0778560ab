using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Faults;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Systemd;

/// <summary>The service as a unit of a real systemd, with its real journal.</summary>
[Collection(FaultCollection.Name)]
public sealed class SystemdTests
{
    internal const string MessageId = "MESSAGE_ID=6f0e4c7a52b94c1f9d0b8f6a3e71c5d2";
    private const string Reports = "/var/log/guru";

    [SystemdFact]
    public void Kill_MainProcess_JournalHasOneEntryAndTheDirectoryAFile()
    {
        using var machine = Boot("sick");
        machine.Start("guru.service", "sick");

        var since = Stopwatch.GetTimestamp();
        machine.Do("systemctl", "kill", "--signal=USR1", "--kill-whom=main", "guru.service");
        var entry = WaitForEntry(machine);
        var came = Stopwatch.GetElapsedTime(since);

        Assert.Equal("guru.service", entry["_SYSTEMD_UNIT"]);
        Assert.Equal("heat-engine", entry["SYSLOG_IDENTIFIER"]);
        Assert.Equal("heat-engine", entry["GURU_SERVICE"]);
        Assert.Equal("SIGUSR1", entry["GURU_REASON"]);
        Assert.Matches("^[0-9a-f]{4}-1$", entry["GURU_REPORT_ID"]);
        Assert.StartsWith("====", entry["MESSAGE"], StringComparison.Ordinal);
        Assert.Contains("Guru Meditation", entry["MESSAGE"], StringComparison.Ordinal);
        var file = WaitForFile(machine);
        Assert.Equal("600 nobody", machine.Do("stat", "--format", "%a %U", file).Trim());
        Assert.Equal(entry["MESSAGE"], machine.Do("cat", file));
        FaultMatrix.Record("F1", "`systemctl kill -s USR1 --kill-whom=main` on a unit run as nobody", "one journal entry with fields; the same report in $LOGS_DIRECTORY, mode 0600", null, came);
    }

    [SystemdFact]
    public void Kill_JournalStopped_FileComes()
    {
        using var machine = Boot("sick", "section-large:400000");
        machine.Start("guru.service", "sick");
        machine.Do("systemctl", "kill", "--signal=STOP", "systemd-journald.service");

        var since = Stopwatch.GetTimestamp();
        machine.Do("systemctl", "kill", "--signal=USR1", "--kill-whom=main", "guru.service");
        WaitForFile(machine);
        var came = Stopwatch.GetElapsedTime(since);
        machine.Do("systemctl", "kill", "--signal=CONT", "systemd-journald.service");

        Assert.Equal("active", machine.Do("systemctl", "is-active", "guru.service").Trim());
        FaultMatrix.Record("F2", "journald is stopped", "report in the file", null, came);
    }

    [SystemdFact]
    public void Kill_JournalGone_FileComes()
    {
        using var machine = Boot("sick");
        machine.Start("guru.service", "sick");
        machine.Run("systemctl", "stop", "systemd-journald.socket", "systemd-journald-dev-log.socket", "systemd-journald-audit.socket", "systemd-journald.service");

        var since = Stopwatch.GetTimestamp();
        machine.Do("systemctl", "kill", "--signal=USR1", "--kill-whom=main", "guru.service");
        WaitForFile(machine);
        var came = Stopwatch.GetElapsedTime(since);

        Assert.Equal("active", machine.Do("systemctl", "is-active", "guru.service").Trim());
        FaultMatrix.Record("F3", "journald is gone", "report in the file", null, came);
    }

    [SystemdFact]
    public void Kill_ReportLargerThanADatagram_IsOneEntry()
    {
        using var machine = Boot("sick", "section-large:250000", "section-large:250000", "section-odd");
        machine.Start("guru.service", "sick");

        var since = Stopwatch.GetTimestamp();
        machine.Do("systemctl", "kill", "--signal=USR1", "--kill-whom=main", "guru.service");
        var entry = WaitForEntry(machine);
        var came = Stopwatch.GetElapsedTime(since);

        Assert.True(entry["MESSAGE"] is { Length: > 400_000 }, "The report is not shown as text, or not whole.");
        Assert.Contains("<3>a priority", entry["MESSAGE"], StringComparison.Ordinal);
        Assert.Contains("end of oddities", entry["MESSAGE"], StringComparison.Ordinal);
        FaultMatrix.Record("F4", "A report over 400 KB with NUL, invalid UTF-16, escape sequences and a line that starts `<3>`", "one journal entry, shown as text", null, came);
    }

    [SystemdFact]
    public void Kill_WholeUnit_EndsItsChildrenButNotTheService()
    {
        using var machine = Boot("sick", "long-child");
        machine.Start("guru.service", "sick");
        var before = machine.Do("systemctl", "status", "guru.service");

        machine.Do("systemctl", "kill", "--signal=USR1", "guru.service");
        WaitForEntry(machine);

        Assert.Contains("sleep 1000", before, StringComparison.Ordinal);
        Assert.Equal("active", machine.Do("systemctl", "is-active", "guru.service").Trim());
        machine.Wait("the child lives on", () => !machine.Run("systemctl", "status", "guru.service").Output.Contains("sleep 1000", StringComparison.Ordinal));
        FaultMatrix.Record("F5", "`systemctl kill -s USR1` without `--kill-whom=main`", "report; the signal ends children of the unit that do not handle it");
    }

    private static SystemdMachine Boot(string mode, params string[] illnesses) => new(Programs.TestService, ("guru.service", $"""
        [Unit]
        DefaultDependencies=no
        [Service]
        ExecStart={SystemdMachine.DotNet} /opt/guru/GuruReports.TestService.dll {mode} {string.Join(' ', illnesses)}
        User=nobody
        LogsDirectory=guru
        RuntimeDirectory=guru
        StandardInput=null
        Environment=GuruMeditation__ServiceName=heat-engine
        Environment="GuruMeditation__Destination=StandardError, Journal, File"
        Environment=GuruMeditation__MinimumInterval=00:00:00
        """));

    private static Dictionary<string, string?> WaitForEntry(SystemdMachine machine)
    {
        IReadOnlyList<Dictionary<string, string?>> entries = [];
        machine.Wait("no report in the journal", () =>
        {
            entries = JournalJson.Parse(machine.Do("journalctl", "--all", "--output=json", MessageId));
            return entries.Count > 0;
        });
        return Assert.Single(entries);
    }

    private static string WaitForFile(SystemdMachine machine)
    {
        var file = "";
        machine.Wait("no report file", () =>
        {
            file = machine.Do("find", Reports, "-name", "heat-engine_gurumeditation_*").Trim();
            return file.Length > 0;
        });
        return file;
    }
}
