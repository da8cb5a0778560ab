using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>All pieces of work, by the objects that stand for them.</summary>
internal sealed class WorkItems
{
    private readonly Activities _activities;
    private readonly List<WorkItem> _all = [];
    private readonly Dictionary<ulong, WorkItem> _byObject = [];
    private readonly Dictionary<ulong, WorkItem?> _byActivity = [];
    private readonly Dictionary<ulong, WorkItem> _byHttpContext = [];

    public WorkItems(Image image, KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> found)
    {
        _activities = new Activities(image, known);
        var requests = new RequestReader(image, known, _activities);
        foreach (var (address, kind) in found)
        {
            if (kind.IsOf(KestrelRows.Request))
            {
                AddRequest(address, requests.Read(address));
            }
            else if (known.Reference(address, HostingRows.ServiceTask) is var task and not 0
                && !TaskState.IsEnded(image.Fields.Value<int>(task, TaskEntries.StateFlags) ?? 0))
            {
                _byObject[address] = _byObject[task] = Add(new WorkItem { Kind = WorkKind.Service, Name = kind.Name });
            }
        }
    }

    public IReadOnlyList<WorkItem> All => _all;

    /// <summary>The contexts of requests, which the service's own objects may refer to.</summary>
    public IReadOnlyDictionary<ulong, WorkItem> HttpContexts => _byHttpContext;

    /// <summary>The work that an object stands for: a request, a background service or its task; null for all else.</summary>
    public WorkItem? OfObject(ulong address) => address == 0 ? null : _byObject.GetValueOrDefault(address);

    /// <summary>The work that something flows from; null when that is not known.</summary>
    /// <param name="flow">What flows.</param>
    /// <param name="isOwn">Whether code of the service or a package is involved: the framework's own lasting loops keep what they were begun in.</param>
    public WorkItem? OfFlow(Flow flow, bool isOwn)
    {
        if (_byHttpContext.TryGetValue(flow.HttpContext, out var item))
        {
            return item;
        }

        var outermost = 0UL;
        foreach (var activity in _activities.Outward(flow.Activity))
        {
            outermost = activity;
            if (_byActivity.TryGetValue(activity, out var piece))
            {
                return piece;
            }
        }

        return outermost == 0 || !isOwn ? null : _byActivity[outermost] = _activities.AsWork(outermost) is { } work ? Add(work) : null;
    }

    /// <summary>When what flows began, where that is no known work's time.</summary>
    public WorkTrace TraceOf(Flow flow) => flow.Activity == 0 || _byActivity.ContainsKey(flow.Activity) ? default : _activities.Read(flow.Activity);

    /// <summary>The work that an object stands for, made when it is first met.</summary>
    public WorkItem OfObject(ulong address, Func<WorkItem> make)
    {
        if (!_byObject.TryGetValue(address, out var item))
        {
            _byObject[address] = item = Add(make());
        }

        return item;
    }

    public WorkItem Add(WorkItem item)
    {
        _all.Add(item);
        return item;
    }

    private void AddRequest(ulong address, RequestFound? found)
    {
        if (found is null)
        {
            return;
        }

        _byObject[address] = Add(found.Item);
        if (found.Activity != 0)
        {
            _byActivity[found.Activity] = found.Item;
        }

        if (found.HttpContext != 0)
        {
            _byHttpContext[found.HttpContext] = found.Item;
        }
    }
}
