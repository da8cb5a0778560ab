using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A control group that gives its processes a share of one processor.</summary>
internal sealed class ProcessorQuota : IDisposable
{
    private const string Controller1 = "/sys/fs/cgroup/cpu";
    private const string Controller2 = "/sys/fs/cgroup";
    private const int Period = 100_000;

    private readonly string _group;

    public ProcessorQuota(int percent)
    {
        var quota = (Period * percent / 100).ToString(CultureInfo.InvariantCulture);
        _group = Path.Combine(Directory.Exists(Controller1) ? Controller1 : Controller2, $"guru-test-{Environment.ProcessId}");
        Directory.CreateDirectory(_group);
        if (Directory.Exists(Controller1))
        {
            Put("cpu.cfs_quota_us", quota);
        }
        else
        {
            Put("cpu.max", $"{quota} {Period}");
        }
    }

    /// <summary>Gets why there can be no quota, or null.</summary>
    public static string? WhyNot()
    {
        try
        {
            using var probe = new ProcessorQuota(50);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "no control group for processors can be made here: " + exception.Message;
        }
    }

    public void Add(int process) => Put("cgroup.procs", process.ToString(CultureInfo.InvariantCulture));

    // A group can be removed when it is empty, and a killed service is a moment on its way out.
    public void Dispose() => Until.True(TryRemove, Limits.Exit, () => $"{_group} cannot be removed.");

    private bool TryRemove()
    {
        try
        {
            Directory.Delete(_group);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Put(string file, string value) => File.WriteAllText(Path.Combine(_group, file), value);
}
