using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public class MemoryLimitsTests
{
    private const string Unified = "41 31 0:38 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw\n";

    [Fact]
    public void Tightest_ParentIsTighterThanTheOwnGroup_TheParent()
    {
        using var system = new FakeFiles()
            .With("/proc/self/cgroup", "0::/system.slice/heat.service\n")
            .With("/proc/self/mountinfo", Unified)
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.max", "max\n")
            .With("/sys/fs/cgroup/system.slice/heat.service/memory.current", "1000\n")
            .With("/sys/fs/cgroup/system.slice/memory.max", "5000000\n")
            .With("/sys/fs/cgroup/system.slice/memory.current", "4000000\n")
            .With("/sys/fs/cgroup/system.slice/memory.stat", "anon 1\nactive_file 7\ninactive_file 500000\n");

        var limit = new MemoryLimits(system.Files).Tightest();

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup/system.slice (memory.max)", 5_000_000, 1_500_000, false), limit);
    }

    [Fact]
    public void Tightest_VersionOne_ReadsItsFiles()
    {
        using var system = new FakeFiles()
            .With("/proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/docker/1f7e\n1:name=systemd:/\n")
            .With("/proc/self/mountinfo", "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n")
            .With("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
            .With("/sys/fs/cgroup/memory/memory.usage_in_bytes", "1\n")
            .With("/sys/fs/cgroup/memory/docker/1f7e/memory.limit_in_bytes", "300\n")
            .With("/sys/fs/cgroup/memory/docker/1f7e/memory.usage_in_bytes", "250\n");

        var limit = new MemoryLimits(system.Files).Tightest();

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup/memory/docker/1f7e (memory.limit_in_bytes)", 300, 50, false), limit);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kubepods/pod1/abc")]
    public void Tightest_PathOfTheHostInAContainer_TheMountsRoot(string root)
    {
        using var system = new FakeFiles()
            .With("/proc/self/cgroup", "0::/kubepods/pod1/abc\n")
            .With("/proc/self/mountinfo", $"41 31 0:38 {root} /sys/fs/cgroup ro - cgroup2 cgroup ro\n")
            .With("/sys/fs/cgroup/memory.max", "1000\n")
            .With("/sys/fs/cgroup/memory.current", "100\n")
            .With("/sys/fs/cgroup/memory.oom.group", "1\n");

        var limit = new MemoryLimits(system.Files).Tightest();

        Assert.Equal(new MemoryLimit("control group /sys/fs/cgroup (memory.max)", 1000, 900, true), limit);
    }

    [Fact]
    public void Tightest_NoControlGroup_TheMachine()
    {
        using var system = new FakeFiles().With("/proc/meminfo", "MemTotal:  8000 kB\nMemFree: 1 kB\nMemAvailable:  2000 kB\n");

        var limit = new MemoryLimits(system.Files).Tightest();

        Assert.Equal(new MemoryLimit("machine", 8000 * 1024, 2000 * 1024, false), limit);
    }

    [Fact]
    public void Tightest_AskedAgain_AllocatesNextToNothing()
    {
        const int Calls = 100, BytesPerCall = 500;
        var limits = new MemoryLimits(SystemFiles.Real);
        limits.Tightest();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var call = 0; call < Calls; call++)
        {
            limits.Tightest();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Calls * BytesPerCall);
    }
}
