using GuruReports.Inspection.Snapshot.Budget;

namespace GuruReports.Inspection.Tests.Snapshot;

public class PtracePolicyTests
{
    private const string Capable = "00000000a80c25fb", Incapable = "00000000a80425fb";

    [Theory]
    [InlineData("0", Incapable, null)]
    [InlineData("1", Incapable, null)]
    [InlineData("2", Capable, null)]
    [InlineData("2", Incapable, "kernel.yama.ptrace_scope is 2: without CAP_SYS_PTRACE, which this process has not, no process may read another's memory, nor its own image's")]
    [InlineData("3", Capable, "kernel.yama.ptrace_scope is 3: no process may read another's memory, nor its own image's")]
    public void Refuse_ScopeAndCapability_OnlyWhatTheKernelForbids(string scope, string capabilities, string? expected)
    {
        using var system = new FakeFiles().With("/proc/sys/kernel/yama/ptrace_scope", scope + "\n").With("/proc/self/status", $"Name:\tservice\nCapEff:\t{capabilities}\n");

        var reason = new PtracePolicy(system.Files).Refuse();

        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Refuse_NoYama_Allowed()
    {
        using var system = new FakeFiles();

        Assert.Null(new PtracePolicy(system.Files).Refuse());
    }
}
