using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Marks;

namespace GuruReports.Inspection.Tests.Processes;

public sealed class CpuMarksTests
{
    [Fact]
    public void Find_MarkOfThisMoment_IsFoundByItsAge()
    {
        var marks = new CpuMarks(SystemFiles.Real);
        var before = marks.Find(TimeSpan.Zero);
        marks.Take();

        var mark = marks.Find(TimeSpan.Zero)!;

        Assert.Null(before);
        Assert.Null(marks.Find(TimeSpan.FromDays(1)));
        Assert.True(mark.Machine.Total > 0 && mark.Machine.Idle > 0 && mark.Process.TotalTime > TimeSpan.Zero);
    }

    [Fact]
    public void Take_SteadyState_AllocatesNothing()
    {
        var marks = new CpuMarks(SystemFiles.Real);
        marks.Take();
        var before = GC.GetAllocatedBytesForCurrentThread();

        marks.Take();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
