using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Says for what work async methods are there: by the objects whose methods they are, by what flows with them, by what they refer to.</summary>
internal sealed class WorkOwners(Image image, WorkItems items, FlowContexts flows)
{
    private const int MostSteps = 1_000;
    private const int MostSearched = 50_000;

    private readonly Dictionary<ulong, bool> _areRequests = [];
    private readonly Dictionary<ulong, bool> _areDispatchers = [];
    private int _searched;

    /// <summary>The work that a method or task itself is the body of; null for all others.</summary>
    public WorkItem? OfNode(AwaitNode node)
    {
        if (items.OfObject(node.Task) is { } known)
        {
            return known;
        }

        return node.Method switch
        {
            BoxedMethod boxed => items.OfObject(boxed.This),
            SuspendedMethod suspended when IsMethodOf(node, KestrelRows.Request, _areRequests) => Referred(suspended.Continuation, static kind => kind.IsOf(KestrelRows.Request)),
            SuspendedMethod suspended => items.OfObject(ContinuationReader.OwnerOf(image, suspended)),
            _ => null,
        };
    }

    /// <summary>The work that a node leads to through whoever waits for it.</summary>
    public WorkItem? Outward(AwaitNode? node)
    {
        for (var steps = 0; node is not null && steps < MostSteps; steps++)
        {
            if (OfNode(node) is { } item)
            {
                return item;
            }

            node = node.Consumers.Count == 0 ? null : node.Consumers[0];
        }

        return null;
    }

    /// <summary>What flows with the innermost method of a stack that has anything.</summary>
    public Flow FlowOf(IReadOnlyList<AwaitNode> way)
    {
        foreach (var node in way)
        {
            if (flows.OfNode(node) is var flow && flow != default)
            {
                return flow;
            }
        }

        return default;
    }

    /// <summary>The request whose context one of the methods has among its own variables.</summary>
    public WorkItem? OfVariables(IReadOnlyList<AwaitNode> way)
    {
        if (items.HttpContexts.Count == 0 || _searched++ >= MostSearched)
        {
            return null;
        }

        foreach (var node in way)
        {
            var found = node.Method switch
            {
                BoxedMethod { MachineObject: not 0 } boxed => Referred(boxed.MachineObject, null),
                BoxedMethod => Referred(node.Address, null),
                SuspendedMethod suspended => Referred(suspended.Continuation, null),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>True for a method of the class that calls the methods of hubs.</summary>
    public bool IsDispatcher(AwaitNode node) => IsMethodOf(node, EndpointRows.Dispatcher, _areDispatchers);

    /// <summary>True for a type of the table, its instances, and what the compiler made of its methods.</summary>
    public static bool IsPartOf(ClrType? type, KnownType wanted)
    {
        var name = wanted.TypeName.AsSpan();
        return type?.Name is { } found && found.AsSpan().StartsWith(name, StringComparison.Ordinal) && (found.Length == name.Length || found[name.Length] is '+' or '<' or '`');
    }

    private static bool IsMethodOf(AwaitNode node, KnownType wanted, Dictionary<ulong, bool> known)
    {
        var type = node.Method switch { BoxedMethod boxed => boxed.Shape.Type, SuspendedMethod suspended => suspended.Method?.Type, _ => null };
        if (type is null)
        {
            return false;
        }

        if (!known.TryGetValue(type.MethodTable, out var isMethod))
        {
            known[type.MethodTable] = isMethod = IsPartOf(type, wanted);
        }

        return isMethod;
    }

    /// <summary>The work of an object that another refers to: of a certain kind, or a request's context.</summary>
    private WorkItem? Referred(ulong address, Func<ObjectKind, bool>? isWanted)
    {
        if (image.Kinds.KindAt(address) is not { } kind)
        {
            return null;
        }

        foreach (var offset in flows.Map(kind))
        {
            var value = image.Memory.Pointer(address + (uint)offset);
            if (isWanted is null ? items.HttpContexts.TryGetValue(value, out var item) : image.Kinds.KindAt(value) is { } found && isWanted(found) && (item = items.OfObject(value)) is not null)
            {
                return item;
            }
        }

        return null;
    }
}
