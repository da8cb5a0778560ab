using System.Diagnostics;

namespace GuruReports.Inspection.Processes.Marks;

/// <summary>
/// What machine and process had used at the last two ticks of the watchdog, so that a report need not wait to see shares. One
/// thread takes, any reads; taking allocates nothing.
/// </summary>
internal sealed class CpuMarks(SystemFiles files)
{
    private const int LineLength = 256;

    private readonly Lock _gate = new();
    private readonly byte[][] _lines = [new byte[LineLength], new byte[LineLength]];
    private readonly Environment.ProcessCpuUsage[] _process = new Environment.ProcessCpuUsage[2];
    private readonly long[] _at = new long[2];
    private readonly long[] _waitedFor = new long[2];
    private int _last;

    /// <summary>Gets those of this process.</summary>
    public static CpuMarks OfProcess { get; } = new(SystemFiles.Real);

    /// <summary>Takes a mark, in place of the older of the two.</summary>
    public void Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        lock (_gate)
        {
            _last ^= 1;
            _at[_last] = Stopwatch.GetTimestamp();
            _process[_last] = Environment.CpuUsage;
            Span<byte> own = stackalloc byte[1024];
            _waitedFor[_last] = DescendantTimes.Parse(files.Read("/proc/self/stat", own))?.WaitedFor ?? 0;
            var line = _lines[_last].AsSpan();
            line[files.Read("/proc/stat", line).Length..].Clear();
        }
    }

    /// <summary>Returns the younger mark that has at least an age; null when there is none.</summary>
    public CpuMark? Find(TimeSpan age)
    {
        lock (_gate)
        {
            return Make(_last, age) ?? Make(_last ^ 1, age);
        }
    }

    private CpuMark? Make(int slot, TimeSpan age)
    {
        if (_at[slot] == 0 || Stopwatch.GetElapsedTime(_at[slot]) < age)
        {
            return null;
        }

        var text = System.Text.Encoding.ASCII.GetString(_lines[slot]);
        return CpuTimes.Parse(text) is { } machine ? new CpuMark(_at[slot], _process[slot], machine, _waitedFor[slot]) : null;
    }
}
