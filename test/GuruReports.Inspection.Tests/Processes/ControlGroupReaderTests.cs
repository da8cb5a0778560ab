using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public class ControlGroupReaderTests
{
    private const string Unified = "41 31 0:38 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw\n";

    [Fact]
    public void Read_VersionTwo_TakesTheTightestLimitOfAllLevels()
    {
        using var fake = new FakeFiles()
            .With("/proc/self/cgroup", "0::/system.slice/heat.service\n")
            .With("/proc/self/mountinfo", Unified)
            .With("/sys/fs/cgroup/system.slice/memory.max", "500000000\n")
            .With("/sys/fs/cgroup/system.slice/cpu.max", "50000 100000\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.max", "max\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/cpu.max", "200000 100000\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.current", "490000000\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.events", "low 0\nhigh 2\nmax 7\noom 1\noom_kill 1\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.stat", "anon 5\ninactive_file 1000\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/cpu.stat", "usage_usec 5\nnr_periods 100\nnr_throttled 40\nthrottled_usec 2500000\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/pids.current", "12\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/pids.max", "100\n");

        var group = ControlGroupReader.Read(fake.Files);

        Assert.NotNull(group);
        Assert.Equal((2, "/system.slice/heat.service"), (group.Version, group.Path));
        Assert.Equal((500000000L, 490000000L, 1000L), (group.MemoryLimit, group.MemoryCurrent, group.MemoryReclaimable));
        Assert.Equal((7L, 2L, 1L), (group.MemoryLimitHits, group.MemoryHighHits, group.OomKills));
        Assert.Equal((0.5, 100L, 40L, TimeSpan.FromSeconds(2.5)), (group.CpuLimit, group.CpuPeriods, group.ThrottledPeriods, group.ThrottledTime));
        Assert.Equal((12L, 100L), (group.Tasks, group.TaskLimit));
    }

    [Fact]
    public void Read_VersionOneInContainer_FindsTheGroupAtTheMountPoint()
    {
        using var fake = new FakeFiles()
            .With("/proc/self/cgroup", "4:memory:/docker/abc\n1:cpu,cpuacct:/docker/abc\n0::/\n")
            .With("/proc/self/mountinfo", "35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n32 31 0:29 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro - cgroup cgroup rw,cpu,cpuacct\n" + Unified)
            .With("/sys/fs/cgroup/memory/memory.stat", "hierarchical_memory_limit 268435456\ntotal_inactive_file 4096\n")
            .With("/sys/fs/cgroup/memory/memory.usage_in_bytes", "200000000\n")
            .With("/sys/fs/cgroup/memory/memory.failcnt", "3\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "150000\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_periods 10\nnr_throttled 1\nthrottled_time 1000000000\n");

        var group = ControlGroupReader.Read(fake.Files);

        Assert.NotNull(group);
        Assert.Equal((1, 268435456L, 200000000L, 3L), (group.Version, group.MemoryLimit, group.MemoryCurrent, group.MemoryLimitHits));
        Assert.Equal((1.5, TimeSpan.FromSeconds(1)), (group.CpuLimit, group.ThrottledTime));
    }

    [Fact]
    public void Read_VersionOneWithoutLimit_SaysUnlimited()
    {
        using var fake = new FakeFiles()
            .With("/proc/self/cgroup", "4:memory:/x\n")
            .With("/proc/self/mountinfo", "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n")
            .With("/sys/fs/cgroup/memory/x/memory.stat", "hierarchical_memory_limit 9223372036854771712\n");

        var group = ControlGroupReader.Read(fake.Files);

        Assert.Null(group!.MemoryLimit);
    }

    [Fact]
    public void Read_NoneMounted_IsNull()
    {
        using var fake = new FakeFiles().With("/proc/self/cgroup", "0::/\n");

        Assert.Null(ControlGroupReader.Read(fake.Files));
    }
}
