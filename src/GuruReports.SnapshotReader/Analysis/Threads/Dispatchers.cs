using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>What threads have still to resume: a thread that runs methods of the runtime's own kind keeps the ones behind them on its stack.</summary>
internal sealed class Dispatchers
{
    // More within each other than any stack holds.
    private const int Most = 1000;
    private static readonly RuntimeMethod[] s_runners = [SuspendedEntries.Run, SuspendedEntries.RunTraced];
    private readonly Image _image;
    private readonly ClrThreadStaticField? _current;

    public Dispatchers(Image image)
    {
        _image = image;
        _current = image.Known.Has(Features.RunningAsync) && image.Known.Has(Features.RuntimeAsync)
            ? image.Known.ClrTypeOf(SuspendedEntries.Dispatcher)?.ThreadStaticFields.FirstOrDefault(static field => field.Name == SuspendedEntries.Current.Field)
            : null;
    }

    /// <summary>True for a frame in which a task resumes its methods one after the other.</summary>
    public static bool IsRunner(RuntimeType type, string? method) => Array.Exists(s_runners, runner => runner.Type == type && runner.Method == method);

    /// <summary>The continuations that come next, innermost dispatcher first; 0 where nothing is left behind the running method.</summary>
    public List<ulong> Read(ClrThread thread)
    {
        var result = new List<ulong>();
        if (_current is null || !_current.IsInitialized(thread))
        {
            return result;
        }

        for (var at = _current.Read<ulong>(thread); at != 0 && result.Count < Most; at = _image.Memory.Pointer(at + (uint)SuspendedEntries.OuterDispatcher.Offset))
        {
            result.Add(_image.Memory.Pointer(at + (uint)SuspendedEntries.NextContinuation.Offset));
        }

        return result;
    }
}
