using GuruReports.Inspection.Snapshot;

namespace GuruReports.Inspection.Tests.Snapshot;

public class ControlGroupsTests
{
    [Fact]
    public void Tightest_ParentIsTighterThanTheOwnGroup_TheParent()
    {
        using var system = new SystemFolder()
            .With("/proc/self/cgroup", "0::/system.slice/heat.service\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.max", "max\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.current", "1000\n")
            .With("/sys/fs/cgroup/system.slice/memory.max", "5000000\n")
            .With("/sys/fs/cgroup/system.slice/memory.current", "4000000\n")
            .With("/sys/fs/cgroup/system.slice/memory.stat", "anon 1\nactive_file 7\ninactive_file 500000\n");

        var limit = ControlGroups.Tightest(system.Files);

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup/system.slice (memory.max)", 5_000_000, 1_500_000, false), limit);
    }

    [Fact]
    public void Tightest_VersionOne_ReadsItsFiles()
    {
        using var system = new SystemFolder()
            .With("/proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/docker/1f7e\n1:name=systemd:/\n")
            .With("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
            .With("/sys/fs/cgroup/memory/memory.usage_in_bytes", "1\n")
            .With("/sys/fs/cgroup/memory/docker/1f7e/memory.limit_in_bytes", "300\n")
            .With("/sys/fs/cgroup/memory/docker/1f7e/memory.usage_in_bytes", "250\n");

        var limit = ControlGroups.Tightest(system.Files);

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup/memory/docker/1f7e (memory.limit_in_bytes)", 300, 50, false), limit);
    }

    [Fact]
    public void Tightest_PathOfTheHostInAContainer_TheMountsRoot()
    {
        using var system = new SystemFolder()
            .With("/proc/self/cgroup", "0::/kubepods/pod1/abc\n")
            .With("/sys/fs/cgroup/memory.max", "1000\n")
            .With("/sys/fs/cgroup/memory.current", "100\n")
            .With("/sys/fs/cgroup/memory.oom.group", "1\n");

        var limit = ControlGroups.Tightest(system.Files);

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup (memory.max)", 1000, 900, true), limit);
    }

    [Fact]
    public void Tightest_NoControlGroup_TheMachine()
    {
        using var system = new SystemFolder().With("/proc/meminfo", "MemTotal:  8000 kB\nMemFree: 1 kB\nMemAvailable:  2000 kB\n");

        var limit = ControlGroups.Tightest(system.Files);

        Assert.Equal(new MemoryLimit("machine", 8000 * 1024, 2000 * 1024, false), limit);
    }
}
