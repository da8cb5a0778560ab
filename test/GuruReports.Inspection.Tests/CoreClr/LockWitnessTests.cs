using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.Tests.CoreClr;

public class LockWitnessTests
{
    [Fact]
    public void Ask_ThisRuntime_SaysWhichIdEachKindOfLockKeeps()
    {
        var (held, monitor, writer) = LockWitness.Ask();

        Assert.Equal(Environment.Version.Major >= 11 ? LockThreadId.Managed : LockThreadId.System, held);
        Assert.Equal(LockThreadId.Managed, monitor);
        Assert.Equal(LockThreadId.Managed, writer);
    }
}
