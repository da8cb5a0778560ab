using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Finds what flows with the execution contexts of threads, tasks and async methods. Each context is read once.</summary>
internal sealed class FlowContexts(Image image, KnownReader known)
{
    private const int WordSize = 8;
    private const int FirstElement = 16;
    private const int MostWords = 1_024;

    private readonly Dictionary<ulong, Flow> _flows = [];
    private readonly Dictionary<ulong, IReadOnlyList<int>> _maps = [];

    /// <summary>What flows with a context.</summary>
    public Flow Of(ulong context)
    {
        if (context == 0)
        {
            return default;
        }

        if (!_flows.TryGetValue(context, out var flow))
        {
            _flows[context] = flow = Read(image.Fields.Reference(context, FlowEntries.Values));
        }

        return flow;
    }

    /// <summary>What flows with an async method or a task.</summary>
    public Flow OfNode(AwaitNode node)
    {
        if (node.Method is SuspendedMethod suspended)
        {
            return Of(AskedContexts.Flowing(image, suspended));
        }

        return (node.Kind.Roles & ObjectRoles.PooledBox) != 0 ? Of(image.Fields.Reference(node.Address, FlowEntries.OfPooledBox))
            : (node.Kind.Roles & ObjectRoles.Box) != 0 ? Of(image.Fields.Reference(node.Address, TaskEntries.StateObject))
            : Of(image.Fields.Reference(image.Fields.Reference(node.Address, FaultEntries.Contingent), FlowEntries.OfTask));
    }

    /// <summary>Where objects of a kind hold references.</summary>
    public IReadOnlyList<int> Map(ObjectKind kind)
    {
        if (!_maps.TryGetValue(kind.MethodTable, out var map))
        {
            _maps[kind.MethodTable] = map = ReferenceMap.Of(image.Memory, kind);
        }

        return map;
    }

    /// <summary>Few values lie in the map of values itself, many in an array that it holds.</summary>
    private Flow Read(ulong values)
    {
        var flow = default(Flow);
        if (image.Kinds.KnownKindAt(values) is not { } kind)
        {
            return flow;
        }

        foreach (var offset in Map(kind))
        {
            var value = image.Memory.Pointer(values + (uint)offset);
            if (image.Kinds.KnownKindAt(value) is { ComponentSize: >= WordSize, Type.ContainsPointers: true })
            {
                var words = Math.Clamp((long)image.Memory.Int32(value + WordSize) * image.Kinds.KnownKindAt(value)!.ComponentSize / WordSize, 0, MostWords);
                for (var i = 0; i < words; i++)
                {
                    flow = Add(flow, image.Memory.Pointer(value + FirstElement + ((uint)i * WordSize)));
                }
            }
            else
            {
                flow = Add(flow, value);
            }
        }

        return flow;
    }

    private Flow Add(Flow flow, ulong value) => image.Kinds.KnownKindAt(value) switch
    {
        { } kind when flow.Activity == 0 && kind.IsOf(ActivityRows.Activity) => flow with { Activity = value },
        { } kind when flow.HttpContext == 0 && kind.IsOf(HostingRows.Holder) => flow with { HttpContext = known.Reference(value, HostingRows.Held) },
        _ => flow,
    };
}
