using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A control group with a memory limit that is not swapped around.</summary>
internal sealed class MemoryGroup : IDisposable
{
    private const string Controller1 = "/sys/fs/cgroup/memory";
    private const string Controller2 = "/sys/fs/cgroup";

    public MemoryGroup(long limit)
    {
        Folder = Path.Combine(IsFirst ? Controller1 : Controller2, $"guru-memory-{Environment.ProcessId}");
        Directory.CreateDirectory(Folder);
        Limit(limit);
    }

    /// <summary>Gets the group's folder.</summary>
    public string Folder { get; }

    /// <summary>Gets why there can be no such group, or null.</summary>
    public static string? WhyNot()
    {
        try
        {
            using var probe = new MemoryGroup(1L << 30);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "no control group for memory can be made here: " + exception.Message;
        }
    }

    private static bool IsFirst => Directory.Exists(Controller1);

    /// <summary>Sets another limit.</summary>
    public void Limit(long limit) => File.WriteAllText(Path.Combine(Folder, IsFirst ? "memory.limit_in_bytes" : "memory.max"), limit.ToString(CultureInfo.InvariantCulture));

    public void Dispose() => Until.True(TryRemove, Limits.Exit, () => $"{Folder} cannot be removed.");

    private bool TryRemove()
    {
        try
        {
            Directory.Delete(Folder);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
