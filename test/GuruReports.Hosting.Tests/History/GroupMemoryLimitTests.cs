using GuruReports.Hosting.History;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Tests.History;

public sealed class GroupMemoryLimitTests : IDisposable
{
    private const string Unified = "0::/kube/pod\n";
    private const string Mounts = "25 1 0:22 / /sys/fs/cgroup rw - cgroup2 cgroup rw\n";
    private readonly string _root = Directory.CreateTempSubdirectory("guru-limit").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Read_OwnLimitChanges_TellsItAtOnce()
    {
        Write("kube/pod/memory.max", "max");
        var limit = Make();

        Assert.Equal(float.PositiveInfinity, limit.Read());
        Write("kube/pod/memory.max", "268435456");
        Assert.Equal(256f * (1 << 20), limit.Read());
        Write("kube/pod/memory.max", "max");
        Assert.Equal(float.PositiveInfinity, limit.Read());
    }

    [Fact]
    public void Read_LimitAboveIsLower_TellsThatOneWithinTenLooks()
    {
        Write("kube/pod/memory.max", "536870912");
        Write("kube/memory.max", "max");
        var limit = Make();
        Assert.Equal(512f * (1 << 20), limit.Read());

        Write("kube/memory.max", "134217728");

        Assert.Contains(128f * (1 << 20), Enumerable.Range(0, 10).Select(_ => limit.Read()));
    }

    [Fact]
    public void Read_NoControlGroup_IsUnknown() =>
        Assert.True(float.IsNaN(new GroupMemoryLimit(new SystemFiles(_root), ControlGroupPaths.Parse("", ""), isUnified: true).Read()));

    [Fact]
    public void Read_SteadyState_AllocatesNothing()
    {
        Write("kube/pod/memory.max", "536870912");
        var limit = Make();
        limit.Read();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var look = 0; look < 100; look++)
        {
            limit.Read();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private GroupMemoryLimit Make() => new(new SystemFiles(_root), ControlGroupPaths.Parse(Unified, Mounts), isUnified: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, "sys/fs/cgroup", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }
}
