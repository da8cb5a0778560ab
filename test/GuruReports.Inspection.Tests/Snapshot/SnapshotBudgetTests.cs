using GuruReports.Inspection.Snapshot.Budget;

namespace GuruReports.Inspection.Tests.Snapshot;

public class SnapshotBudgetTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    [Fact]
    public void Refuse_RoomForHalfOfThePagesAndTheHelper_Affordable()
    {
        using var system = Service(megabytes: 1000).With("/sys/fs/cgroup/memory.max", Bytes(1600)).With("/sys/fs/cgroup/memory.current", Bytes(1000));

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Null(reason);
    }

    [Fact]
    public void Refuse_WholeGroupWouldBeKilled_AllPagesAreAskedFor()
    {
        using var system = Service(megabytes: 1000).With("/sys/fs/cgroup/memory.max", Bytes(1600)).With("/sys/fs/cgroup/memory.current", Bytes(1000)).With("/sys/fs/cgroup/memory.oom.group", "1");

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Equal("not enough memory: 1.1 GiB wanted (1 GiB for pages the service may rewrite, 96 MiB for the helper), 600 MiB left of 1.6 GiB (control group /sys/fs/cgroup (memory.max)); the service has 1 GiB resident", reason);
    }

    [Fact]
    public void Refuse_LimitIsOneAndAFifthOfTheService_RefusedWithNumbers()
    {
        using var system = Service(megabytes: 1000).With("/sys/fs/cgroup/memory.max", Bytes(1200)).With("/sys/fs/cgroup/memory.current", Bytes(1000));

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Equal("not enough memory: 596 MiB wanted (500 MiB for pages the service may rewrite, 96 MiB for the helper), 200 MiB left of 1.2 GiB (control group /sys/fs/cgroup (memory.max)); the service has 1 GiB resident", reason);
    }

    [Fact]
    public void Refuse_TwentyGigabytes_ThePauseWouldBeTooLong()
    {
        using var system = Service(megabytes: 20 * 1024);

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Equal("the pause would be about 503 ms (20 GiB of private memory at 25 ms a GiB), more than the 250 ms allowed", reason);
    }

    [Fact]
    public void Refuse_TwentyGigabytesInHugePages_Affordable()
    {
        using var system = Service(megabytes: 20 * 1024).With("/proc/self/smaps_rollup", HugePages(megabytes: 19 * 1024));

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Null(reason);
    }

    [Fact]
    public void Refuse_HalfInHugePages_RefusedWithBothNumbers()
    {
        using var system = Service(megabytes: 32 * 1024).With("/proc/self/smaps_rollup", HugePages(megabytes: 16 * 1024));

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Equal("the pause would be about 435 ms (16 GiB of private memory at 25 ms a GiB, 16 GiB more in huge pages), more than the 250 ms allowed", reason);
    }

    [Fact]
    public void Refuse_OvercommitOffAndCommitLeft_Affordable()
    {
        using var system = Service(megabytes: 1000).With("/proc/sys/vm/overcommit_memory", "2\n");

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.Null(reason);
    }

    [Fact]
    public void Refuse_NothingIsKnown_SaysSo()
    {
        using var system = new FakeFiles();

        var reason = new SnapshotBudget(system.Files).Refuse(s_pause);

        Assert.StartsWith("/proc/self/status does not tell", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(980, true)]
    [InlineData(500, false)]
    public void IsRunningOut_LessThanATwentiethLeft(int used, bool expected)
    {
        using var system = Service(megabytes: 300).With("/sys/fs/cgroup/memory.max", Bytes(1000)).With("/sys/fs/cgroup/memory.current", Bytes(used));

        var runningOut = new SnapshotBudget(system.Files).IsRunningOut();

        Assert.Equal(expected, runningOut);
    }

    private static FakeFiles Service(int megabytes) => new FakeFiles()
        .With("/proc/self/status", FormattableString.Invariant($"VmRSS:\t{megabytes * 1024} kB\nRssAnon:\t{megabytes * 1024} kB\nVmData:\t2000000 kB\n"))
        .With("/proc/self/cgroup", "0::/\n")
        .With("/proc/self/mountinfo", "41 31 0:38 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        .With("/proc/meminfo", "MemTotal: 64000000 kB\nMemAvailable: 60000000 kB\nCommitLimit: 32000000 kB\nCommitted_AS: 1000000 kB\n");

    private static string HugePages(int megabytes) =>
        FormattableString.Invariant($"00400000-7fff0000 ---p 00000000 00:00 0   [rollup]\nRss:   {megabytes * 1024} kB\nAnonHugePages:   {megabytes * 1024} kB\n");

    private static string Bytes(long megabytes) => FormattableString.Invariant($"{megabytes << 20}");
}
