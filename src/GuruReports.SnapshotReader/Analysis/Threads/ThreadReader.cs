using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads.Stacks;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Reads threads, their frames, and what they wait for.</summary>
internal sealed class ThreadReader
{
    private const int PoolWorker = 0x01000000;
    private static readonly RuntimeMethod[] s_runners =
        [ThreadEntries.RunTask, ThreadEntries.RunBox, ThreadEntries.RunBoxFromPool, ThreadEntries.RunBoxDirectly, ThreadEntries.RunPooledBox, SuspendedEntries.Run, SuspendedEntries.RunTraced];

    private readonly Image _image;
    private readonly MonitorLocks _monitors;
    private readonly StackWalks _walks;
    private ManagedWaits? _waits;

    public ThreadReader(Image image, MonitorLocks monitors)
    {
        _image = image;
        _monitors = monitors;
        _walks = new StackWalks(image);
    }

    /// <summary>Threads whose frames were not read because the time was up.</summary>
    public int Unread { get; private set; }

    public List<ThreadImage> Read()
    {
        var names = ThreadNames.Read(_image);
        _waits = new ManagedWaits(_image, _monitors, [.. names.Values.Select(static named => named.Object)]);
        var result = new List<ThreadImage>();
        foreach (var thread in _image.Runtime.Threads)
        {
            if (!thread.IsAlive)
            {
                continue;
            }

            var isLate = _image.Clock.IsOver;
            Unread += isLate ? 1 : 0;
            var image = new ThreadImage
            {
                Thread = thread,
                Stack = isLate ? ThreadStack.None : _walks.Read(thread),
                Name = names.GetValueOrDefault(thread.ManagedThreadId).Name,
                Object = names.GetValueOrDefault(thread.ManagedThreadId).Object,
                IsPoolThread = ((int)thread.State & PoolWorker) != 0,
            };
            image.Site = WaitRules.Find(image.Frames, _image.Runtime.BaseClassLibrary);
            result.Add(image);
        }

        result.Sort(static (left, right) => left.ManagedId.CompareTo(right.ManagedId));
        return result;
    }

    /// <summary>Finds the objects waited for and the tasks being run, through the roots in the frames.</summary>
    public void ReadRoots(ThreadImage thread)
    {
        var runs = thread.Frames.Any(frame => IsRunner(frame.Method));
        if (thread.Site is null && !runs)
        {
            return;
        }

        var roots = ComparedRootsOf(thread);
        thread.WaitsFor = thread.Site is { } site ? Waited(thread, site) : 0;
        _waits!.Resolve(thread, Waited);
        foreach (var root in roots)
        {
            var frame = thread.Frames[root.Frame];
            if (IsRunner(frame.Method) && _image.Kinds.KindAt(root.Object) is { } kind
                && (kind.Roles & (ObjectRoles.Task | ObjectRoles.Box)) != 0 && !thread.Runs.Contains(root.Object)
                && Belongs(frame.Method, kind))
            {
                thread.Runs.Add(root.Object);
            }
        }
    }

    /// <summary>The only object that the waiting frames can mean; 0 when there are none or several.</summary>
    private ulong Waited(ThreadImage thread, WaitSite site)
    {
        ulong found = 0;
        foreach (var root in thread.ComparedRoots!)
        {
            if (root.Frame < site.First || root.Frame > site.Last || root.Object == found || !Fits(site, root.Object))
            {
                continue;
            }

            if (found != 0)
            {
                return 0;
            }

            found = root.Object;
        }

        return found;
    }

    private bool Fits(WaitSite site, ulong address)
    {
        if (_image.Kinds.KindAt(address) is not { } kind)
        {
            return false;
        }

        return site.Kind switch
        {
            WaitKind.Monitor or WaitKind.MonitorWait => true,
            WaitKind.Event => kind.Name == site.WantedType,
            WaitKind.Join => kind.Is(ThreadEntries.Thread),
            WaitKind.Callback => kind.Is(ContextEntries.Registrations),
            WaitKind.WaitHandle => kind.Is(SemaphoreEntries.SafeWaitHandle),
            _ => (kind.Roles & site.Wanted) != 0,
        };
    }

    /// <summary>The objects that the frames of a thread refer to, as far as equal stacks show them; read once.</summary>
    public static IReadOnlyList<FrameRoot> ComparedRootsOf(ThreadImage thread) =>
        thread.ComparedRoots ??= thread.Roots ?? thread.Stack.Known?.ReadRoots(thread.Stack.Head) ?? RootsOf(thread);

    /// <summary>All objects that the frames of a thread refer to; read once.</summary>
    public static IReadOnlyList<FrameRoot> RootsOf(ThreadImage thread) =>
        thread.Roots ??= [.. StackWalks.WalkRoots(thread.Thread, thread.Frames).Select(static found => new FrameRoot(found.Frame, found.Object))];

    private bool IsRunner(ClrMethod method) => _image.Known.TypeOf(method.Type) is { } type
        && Array.Exists(s_runners, runner => runner.Type == type && runner.Method == method.Name);

    /// <summary>A box is run by its own type's method, and so is a task whose methods the runtime suspends; other tasks are run by Task's.</summary>
    private bool Belongs(ClrMethod method, ObjectKind kind) => _image.Known.TypeOf(method.Type) is { } type && kind.Is(type)
        && (type != TaskEntries.Task || (kind.Roles & ObjectRoles.Box) == 0);
}
