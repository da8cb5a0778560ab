using System.Globalization;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A test of a service that is short of nothing; skipped, with the reason, where a memory limit may make any service short, and without root, which may set the limit of descriptors.</summary>
public sealed class UnstrainedFactAttribute : FactAttribute
{
    public UnstrainedFactAttribute() => Skip = WhyNot();

    private static string? WhyNot()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return "needs root";
        }

        // MemTotal:       24640000 kB
        var machine = 1024 * long.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < machine / 2 ? "a control group with a memory limit may count any service as short of memory" : null;
    }
}
