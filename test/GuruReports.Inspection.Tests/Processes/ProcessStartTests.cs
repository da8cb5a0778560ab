using System.Diagnostics;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;

namespace GuruReports.Inspection.Tests.Processes;

public sealed class ProcessStartTests
{
    [Fact]
    public void At_ThisProcess_IsWhenTheFrameworkSays()
    {
        using var self = Process.GetCurrentProcess();

        var at = ProcessStart.At;

        Assert.InRange(at - self.StartTime.ToUniversalTime(), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Read_NothingIsTold_IsNull()
    {
        var start = ProcessStart.Read(new SystemFiles("/nowhere"));

        Assert.Null(start);
    }
}
