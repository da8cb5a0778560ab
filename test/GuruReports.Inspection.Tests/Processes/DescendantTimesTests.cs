using System.Diagnostics;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;
using GuruReports.Testing;

namespace GuruReports.Inspection.Tests.Processes;

public class DescendantTimesTests
{
    private const int Ticks = 10;

    [Fact]
    public void Read_BusyGrandchild_IsCountedWhileItRunsAndAfterwards()
    {
        var before = DescendantTimes.Read(SystemFiles.Real, Environment.ProcessId)!.Value;
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; read line"]) { RedirectStandardInput = true })!;
        var running = WaitFor(ticks => ticks >= before + Ticks);

        shell.StandardInput.Close();
        shell.WaitForExit();
        var after = WaitFor(ticks => ticks >= running);
        Assert.True(running >= before + Ticks && after >= running, $"{before} {running} {after}");
    }

    [Fact]
    public void Read_UnknownProcess_IsUnknown()
    {
        var ticks = DescendantTimes.Read(SystemFiles.Real, int.MaxValue);

        Assert.Null(ticks);
    }

    [Fact]
    public void ReadYoung_ChildOfBefore_IsUnknown()
    {
        using var child = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        var now = SystemClock.TicksSinceBoot(SystemFiles.Real)!.Value;

        var sinceBoot = DescendantTimes.ReadYoung(SystemFiles.Real, Environment.ProcessId, 0);
        var sinceLater = DescendantTimes.ReadYoung(SystemFiles.Real, Environment.ProcessId, now + 1000);

        child.StandardInput.Close();
        child.WaitForExit();
        Assert.NotNull(sinceBoot);
        Assert.Null(sinceLater);
    }

    private static long WaitFor(Func<long, bool> reached)
    {
        var ticks = 0L;
        Until.True(
            () => reached(ticks = DescendantTimes.Read(SystemFiles.Real, Environment.ProcessId) ?? 0),
            TimeSpan.FromSeconds(60),
            () => $"The descendants' time stays at {ticks}.");
        return ticks;
    }
}
