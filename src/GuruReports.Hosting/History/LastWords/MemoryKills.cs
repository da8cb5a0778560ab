using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>Counts the processes that the kernel ended for want of memory, in this process's control group. Allocates nothing.</summary>
internal sealed class MemoryKills
{
    private readonly SystemFiles _files;
    private readonly string? _events;

    public MemoryKills(SystemFiles files)
    {
        _files = files;
        var paths = ControlGroupPaths.Read(files);
        _events = paths.Of("memory") is { } first ? first.Directory + "/memory.oom_control" : paths.Unified is { } unified ? unified.Directory + "/memory.events" : null;
    }

    /// <summary>Returns how many there were; null where that is not known.</summary>
    public long? Read() => _events is null ? null : new KeyedLines(_files.Read(_events, stackalloc byte[512])).Number("oom_kill");
}
