using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History;

/// <summary>
/// Reads the memory limit that is in force for the control group; it can change while the process runs. The group's own limit is asked
/// each second, those above it now and then, and whenever its own has changed.
/// </summary>
internal sealed class GroupMemoryLimit
{
    private const int AllEvery = 10;

    private readonly SystemFiles _files;
    private readonly string[] _levels;
    private readonly string? _stat;
    private long? _own;
    private float _limit = float.NaN;
    private int _untilAll;

    /// <summary>Makes a reader.</summary>
    /// <param name="files">The files of the system.</param>
    /// <param name="paths">Where the groups are.</param>
    /// <param name="isUnified">Whether the hierarchy is that of version 2.</param>
    public GroupMemoryLimit(SystemFiles files, ControlGroupPaths paths, bool isUnified)
    {
        _files = files;
        var group = isUnified ? paths.Unified : paths.Of("memory");
        _levels = [.. ControlGroupPaths.Levels(group).Select(directory => directory + (isUnified ? "/memory.max" : "/memory.limit_in_bytes"))];
        _stat = isUnified || group is null ? null : group.Value.Directory + "/memory.stat";
    }

    /// <summary>Returns the limit in bytes; infinity without one, NaN where there is no control group for memory. Allocates nothing.</summary>
    public float Read()
    {
        if (_levels.Length == 0)
        {
            return float.NaN;
        }

        var own = _files.ReadNumber(_levels[0]);
        if (own != _own || _untilAll-- <= 0)
        {
            _limit = ReadAll(own);
            (_own, _untilAll) = (own, AllEvery - 1);
        }

        return _limit;
    }

    // Version 1 tells the least of all levels, also of those that a container does not see.
    private float ReadAll(long? own)
    {
        var least = ControlGroupReader.Limit(own) ?? float.PositiveInfinity;
        for (var level = 1; level < _levels.Length; level++)
        {
            least = Math.Min(least, ControlGroupReader.Limit(_files.ReadNumber(_levels[level])) ?? float.PositiveInfinity);
        }

        var stat = new KeyedLines(_stat is null ? [] : _files.Read(_stat, stackalloc byte[4096]));
        return Math.Min(least, ControlGroupReader.Limit(stat.Number("hierarchical_memory_limit")) ?? float.PositiveInfinity);
    }
}
