using System.Buffers.Text;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History;

/// <summary>What the system counts of this process and of its control group. Linux; elsewhere nothing is known but the CPU time.</summary>
internal sealed class SystemCounters : ICounters
{
    // Older kernels list the descriptors to count them: the more there are, the less often.
    private const int DescriptorsEvery = 10;
    private const int DescriptorsARow = 100;

    private readonly Rates _rates = new();
    private readonly SystemFiles _files;
    private readonly string? _memory;
    private readonly string? _cpu;
    private readonly GroupMemoryLimit _limit;
    private readonly bool _isUnified;
    private float _descriptors = float.NaN;
    private int _untilDescriptors;

    public SystemCounters(SystemFiles files)
    {
        _files = files;
        var paths = ControlGroupPaths.Read(files);
        _isUnified = paths.Of("memory") is null && paths.Of("cpu") is null && paths.Of("cpuacct") is null;
        _memory = _isUnified ? Under(paths.Unified, "/memory.current") : Under(paths.Of("memory"), "/memory.usage_in_bytes");
        _limit = new GroupMemoryLimit(files, paths, _isUnified);
        _cpu = _isUnified ? Under(paths.Unified, "/cpu.stat") : Under(paths.Of("cpu"), "/cpu.stat");
    }

    public void Read(Span<float> row, TimeSpan passed)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() || OperatingSystem.IsWindows())
        {
            var cpu = Environment.CpuUsage;
            row[(int)Measure.Cpu] = _rates.PerSecond(Measure.Cpu, cpu.TotalTime.TotalSeconds, passed);
            row[(int)Measure.KernelCpu] = _rates.PerSecond(Measure.KernelCpu, cpu.PrivilegedTime.TotalSeconds, passed);
        }

        ReadGroup(row, passed);
        ReadProcess(row);
    }

    private void ReadGroup(Span<float> row, TimeSpan passed)
    {
        var cpu = new KeyedLines(_cpu is null ? [] : _files.Read(_cpu, stackalloc byte[1024]));
        var throttled = _isUnified ? cpu.Number("throttled_usec") / 1e6 : cpu.Number("throttled_time") / 1e9;
        row[(int)Measure.GroupCpu] = _rates.PerSecond(Measure.GroupCpu, cpu.Number("usage_usec") / 1e6, passed);
        row[(int)Measure.Throttled] = _rates.PerSecond(Measure.Throttled, throttled, passed);
        row[(int)Measure.GroupMemory] = _memory is null ? float.NaN : _files.ReadNumber(_memory) ?? float.NaN;
        row[(int)Measure.GroupMemoryLimit] = _limit.Read();
    }

    private void ReadProcess(Span<float> row)
    {
        var statm = _files.Read("/proc/self/statm", stackalloc byte[128]);
        var (resident, shared) = Pages(statm);
        row[(int)Measure.Resident] = resident * Environment.SystemPageSize;
        row[(int)Measure.Anonymous] = (resident - shared) * Environment.SystemPageSize;
        row[(int)Measure.Threads] = StatLine.TryParse(_files.Read("/proc/self/stat", stackalloc byte[1024]), out var line) ? line.Number(17) ?? float.NaN : float.NaN;
        if (_untilDescriptors-- <= 0)
        {
            var count = DescriptorCount.Read();
            _descriptors = count ?? float.NaN;
            _untilDescriptors = (int)Math.Max(DescriptorsEvery, (count ?? 0) / DescriptorsARow) - 1;
        }

        row[(int)Measure.Descriptors] = _descriptors;
    }

    // size resident shared …, in pages (proc_pid_statm(5))
    private static (float Resident, float Shared) Pages(ReadOnlySpan<byte> text)
    {
        Span<float> numbers = [float.NaN, float.NaN, float.NaN];
        var field = 0;
        foreach (var range in text.Split((byte)' '))
        {
            if (field == numbers.Length)
            {
                break;
            }

            numbers[field++] = Utf8Parser.TryParse(text[range], out long number, out _) ? number : float.NaN;
        }

        return (numbers[1], numbers[2]);
    }

    private static string? Under((string Mount, string Directory)? group, string file) => group is { } found ? found.Directory + file : null;
}
