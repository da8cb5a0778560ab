using System.Globalization;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A real control group with a memory limit, where one may be made (version 1 or 2).</summary>
internal sealed class MemoryGroup : IDisposable
{
    private readonly string _folder;

    private MemoryGroup(string folder) => _folder = folder;

    public string Processes => Path.Combine(_folder, "cgroup.procs");

    public static MemoryGroup? TryCreate(long limit)
    {
        foreach (var (parent, file) in Places())
        {
            var folder = Path.Combine(parent, $"snapshot-test-{Environment.ProcessId}");
            try
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, file), limit.ToString(CultureInfo.InvariantCulture));
                return new MemoryGroup(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                TryRemove(folder);
            }
        }

        return null;
    }

    public void Dispose() => TryRemove(_folder);

    private static IEnumerable<(string Parent, string File)> Places()
    {
        foreach (var line in File.ReadAllLines("/proc/self/cgroup"))
        {
            if (line.Split(':') is [_, var controllers, var path])
            {
                if (controllers == "memory")
                {
                    yield return ("/sys/fs/cgroup/memory" + path, "memory.limit_in_bytes");
                }
                else if (controllers.Length == 0)
                {
                    yield return ("/sys/fs/cgroup" + path, "memory.max");
                }
            }
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing was made, or a process is still ending in it: an empty group does no harm.
        }
    }
}
