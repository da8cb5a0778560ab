using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Tests.Threads;

public class ThreadRolesTests
{
    [Theory]
    [InlineData(".NET Long Running Task", ".NET Long Runni", ThreadRole.User)]
    [InlineData(".NET Long Task", ".NET Long Task", ThreadRole.User)]
    [InlineData(null, ".NET Tiered Com", ThreadRole.Tiering)]
    [InlineData(null, ".NET Tiered JIT", ThreadRole.Tiering)]
    [InlineData(null, ".NET SO Tracer", ThreadRole.Runtime)]
    public void Of_NamesOfSeveralVersions_AreOneRole(string? name, string osName, ThreadRole expected)
    {
        var role = ThreadRoles.Of(osId: -1, name, osName, isManaged: true, isFinalizer: false, isThreadPool: false);

        Assert.Equal(expected, role);
    }

    [Theory]
    [InlineData(false, ThreadRole.User)]
    [InlineData(true, ThreadRole.PoolWorker)]
    [InlineData(null, ThreadRole.PoolWorker)]
    public void Of_NameCopiedFromTheWorkerThatMadeTheThread_IsNoWorker(bool? isThreadPool, ThreadRole expected)
    {
        var role = ThreadRoles.Of(osId: -1, name: null, ".NET TP Worker", isManaged: true, isFinalizer: false, isThreadPool);

        Assert.Equal(expected, role);
    }
}
