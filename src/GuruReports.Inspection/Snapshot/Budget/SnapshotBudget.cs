using System.Globalization;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>Decides before anything is started whether a snapshot is affordable. Each refusal carries its numbers.</summary>
internal sealed class SnapshotBudget(SystemFiles files)
{
    // Measured: 55 to 85 MB resident.
    private const long HelperBytes = 96 * Measures.Mebibyte;

    // Enough for half a million objects of interest; what it may have beyond that follows the heap that it reads.
    private const long LeastHelperHeap = 160L << 20;
    private const int HelperHeapFactor = 8;

    private readonly MemoryLimits _limits = new(files);
    private readonly PauseEstimate _pause = new(files);

    /// <summary>Says why not, or null when it is affordable.</summary>
    public string? Refuse(TimeSpan maximumPause)
    {
        var memory = ResidentMemory.Read(files);
        return memory is null
            ? "/proc/self/status does not tell the memory of the process, so neither the pause nor the memory can be estimated"
            : _pause.Refuse(memory, maximumPause) ?? RefuseOvercommit(memory) ?? RefuseHeadroom(memory);
    }

    /// <summary>How large the helper's own heap may become: it keeps some hundred bytes for each pending task. Never more than half of what is free.</summary>
    public long HelperHeapBytes()
    {
        var wanted = LeastHelperHeap + (HelperHeapFactor * Math.Max(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes, GC.GetTotalMemory(forceFullCollection: false)));
        return Math.Max(LeastHelperHeap, Math.Min(wanted, (_limits.Tightest()?.Free ?? 0) / 2));
    }

    /// <summary>True when memory has become so short that the image should be given back at once.</summary>
    public bool IsRunningOut() => _limits.Tightest() is { } limit && limit.Free < Math.Min(limit.Limit / 20, 64 * Measures.Mebibyte);

    /// <summary>Learns from a clone what one costs here.</summary>
    public void Learn(TimeSpan paused) => _pause.Learn(paused);

    private string? RefuseOvercommit(ResidentMemory memory)
    {
        if (files.ReadNumber("/proc/sys/vm/overcommit_memory") != 2)
        {
            return null;
        }

        var machine = new KeyedLines(files.Read("/proc/meminfo", stackalloc byte[8192]));
        var free = (machine.Bytes("CommitLimit") ?? 0) - (machine.Bytes("Committed_AS") ?? 0);
        return free >= memory.Data
            ? null
            : Text($"overcommit is off (vm.overcommit_memory is 2): an image needs {Measures.Size(memory.Data)} of commit, {Measures.Size(Math.Max(free, 0))} are left");
    }

    // Every private page can be copied while the image lives. Where the kernel would end the image alone when memory
    // runs out (it stands first in line), half of that is asked for and IsRunningOut watches the rest; where it would
    // end the whole group, all of it.
    private string? RefuseHeadroom(ResidentMemory memory)
    {
        if (_limits.Tightest() is not { } limit)
        {
            return "no memory limit could be read, neither of a control group nor of the machine";
        }

        var copies = limit.KillsWholeGroup ? memory.Anonymous : memory.Anonymous / 2;
        var needed = copies + HelperBytes;
        return limit.Free >= needed
            ? null
            : Text($"not enough memory: {Measures.Size(needed)} wanted ({Measures.Size(copies)} for pages the service may rewrite, {Measures.Size(HelperBytes)} for the helper), {Measures.Size(Math.Max(limit.Free, 0))} left of {Measures.Size(limit.Limit)} ({limit.Source}); the service has {Measures.Size(memory.Total)} resident");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
