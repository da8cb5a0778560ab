using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>What the local variables of a pending async method refer to.</summary>
internal sealed class NodeReferences(Image image)
{
    private const int MostSteps = 1_000;
    private readonly Dictionary<ulong, IReadOnlyList<int>> _offsets = [];

    /// <summary>The objects; the method's own object among them.</summary>
    public IEnumerable<ulong> Of(AwaitNode node) => node.Method switch
    {
        BoxedMethod { MachineObject: var machine and not 0 } => Of(machine),
        BoxedMethod => Of(node.Address),
        SuspendedMethod { Continuation: var continuation and not 0 } => Of(continuation),
        _ => [],
    };

    /// <summary>The objects that an object refers to.</summary>
    public IEnumerable<ulong> Of(ulong address)
    {
        if (image.Kinds.KindAt(address) is not { } kind)
        {
            return [];
        }

        if (!_offsets.TryGetValue(kind.MethodTable, out var offsets))
        {
            _offsets[kind.MethodTable] = offsets = ReferenceMap.Of(image.Memory, kind);
        }

        return offsets.Select(offset => image.Memory.Pointer(address + (uint)offset)).Where(static reference => reference != 0);
    }

    /// <summary>The method's name, with the type that declares it; null when it has none.</summary>
    public static string? MethodOf(AwaitNode node) => node.Method switch
    {
        BoxedMethod boxed => boxed.Shape.Type.Name,
        SuspendedMethod suspended => suspended.Method is { } method ? $"{method.Type.Name}.{method.Name}" : null,
        _ => null,
    };

    /// <summary>The name of the outermost method of those that await each other; null when it has none.</summary>
    public static string? OutermostMethodOf(AwaitNode node)
    {
        var name = MethodOf(node);
        for (var steps = 0; node.Consumers.Count > 0 && node.Circle == 0 && steps < MostSteps; steps++)
        {
            node = node.Consumers[0];
            name = MethodOf(node) ?? name;
        }

        return name;
    }

    /// <summary>The object whose method it is; 0 when none is kept.</summary>
    public ulong OwnerOf(AwaitNode node) => node.Method switch
    {
        BoxedMethod boxed => boxed.This,
        SuspendedMethod suspended => ContinuationReader.OwnerOf(image, suspended),
        _ => 0,
    };
}
