using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Names what async methods wait for in the end.</summary>
internal sealed class AwaitTargets
{
    private readonly Image _image;
    private readonly TaskTargets _tasks;
    private readonly IReadOnlySet<ulong> _queued;
    private readonly IReadOnlyDictionary<ulong, int> _running;
    private readonly TimeTexts _times;

    public AwaitTargets(Image image, CollectedObjects collected, IReadOnlySet<ulong> queued, IReadOnlyDictionary<ulong, int> running)
    {
        _image = image;
        _queued = queued;
        _running = running;
        _times = new TimeTexts(image);
        _tasks = new TaskTargets(image, collected, queued, running, _times);
    }

    /// <summary>What a method or join without a pending task before it waits for.</summary>
    public AwaitTargetFound OfLeaf(AwaitNode node)
    {
        if (node.Leaf != 0)
        {
            return OfObject(node.Leaf, node.Task);
        }

        if (node.RunningOn is { } thread || _running.TryGetValue(node.Task, out thread))
        {
            return AwaitTargetFound.Plain(AwaitKind.Running, "nothing: it is running", null, node.Address, "on thread #" + Text(thread));
        }

        return _queued.Contains(node.Task)
            ? AwaitTargetFound.Queued(null, node.Task)
            : AwaitTargetFound.Plain(AwaitKind.Unknown, "unknown: its awaiter refers to no object", null, 0, "");
    }

    /// <summary>What a stack waits for that ends at a pending task.</summary>
    public AwaitTargetFound OfTask(AwaitNode node) => OfObject(node.Address, node.Task);

    private AwaitTargetFound OfObject(ulong address, ulong waiter)
    {
        if (_image.Kinds.KindAt(address) is not { } kind)
        {
            return AwaitTargetFound.Plain(AwaitKind.Unknown, "unknown: its awaiter refers to no readable object", null, address, "");
        }

        var name = kind.Name;
        if ((kind.Roles & ObjectRoles.Task) != 0)
        {
            return _tasks.Find(address, kind, waiter);
        }

        if (ChannelTargets.Find(kind) is { } channel)
        {
            return AwaitTargetFound.Plain(channel.Kind, channel.Text, name, address, "");
        }

        if (kind.Is(LibraryEntries.SocketCall))
        {
            return AwaitTargetFound.Plain(AwaitKind.Socket, "a socket", name, address, Sockets.Describe(_image, address));
        }

        if (kind.Is(TimerEntries.PeriodicState))
        {
            var period = _times.Period(_image.Fields.Reference(address, TimerEntries.PeriodicOwner));
            return AwaitTargetFound.Plain(AwaitKind.Timer, "PeriodicTimer" + period, name, address, "");
        }

        return _image.Members.Implements(kind.Type, "IValueTaskSource") || _image.Members.Implements(kind.Type, "IValueTaskSource`1")
            ? AwaitTargetFound.Plain(AwaitKind.ValueTaskSource, "IValueTaskSource " + name, name, address, "")
            : AwaitTargetFound.Plain(AwaitKind.Unknown, "unknown: " + name, name, address, "");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
