using System.Globalization;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A folder that looks like /proc and /sys of a machine with limits.</summary>
internal sealed class FakeSystem : IDisposable
{
    private FakeSystem()
    {
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("system").FullName;

    public static FakeSystem WithMemoryLimit(int residentMegabytes, double factor)
    {
        var system = Roomy(residentMegabytes);
        system.Write("/proc/self/cgroup", "0::/service\n");
        system.Write("/proc/self/mountinfo", "41 31 0:38 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw\n");
        system.Write("/sys/fs/cgroup/service/memory.max", Text((long)(residentMegabytes * factor) << 20));
        system.Write("/sys/fs/cgroup/service/memory.current", Text((long)residentMegabytes << 20));
        system.Write("/sys/fs/cgroup/service/memory.stat", "anon 1\ninactive_file 4096\n");
        return system;
    }

    public static FakeSystem WithoutOvercommit()
    {
        var system = Roomy(1000);
        system.Write("/proc/sys/vm/overcommit_memory", "2\n");
        return system;
    }

    public static FakeSystem WithoutTracing()
    {
        var system = Roomy(1000);
        system.Write("/proc/sys/kernel/yama/ptrace_scope", "3\n");
        return system;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static FakeSystem Roomy(int residentMegabytes)
    {
        var system = new FakeSystem();
        system.Write("/proc/self/status", $"Name:\tservice\nVmRSS:\t{Text(residentMegabytes * 1024)} kB\nRssAnon:\t{Text(residentMegabytes * 1000)} kB\nVmData:\t 6000000 kB\n");
        system.Write("/proc/meminfo", "MemTotal:       64000000 kB\nMemAvailable:   50000000 kB\nCommitLimit:    32000000 kB\nCommitted_AS:   30951424 kB\n");
        system.Write("/proc/sys/vm/overcommit_memory", "0\n");
        return system;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Root + path)!);
        File.WriteAllText(Root + path, text);
    }
}
