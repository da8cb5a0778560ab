using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Follows the continuations of methods that the runtime suspends, from the innermost outward.</summary>
internal sealed class ContinuationReader(Image image)
{
    // Longer than any stack can have been; a chain that damage has bent into a ring ends here.
    private const int Longest = 1_000_000;

    /// <summary>What hangs on a task; null when this version of the runtime is not known well enough.</summary>
    public SuspendedChain? OfTask(ulong task) => image.Known.Has(Features.RuntimeAsync)
        ? From(image.Fields.Reference(task, TaskEntries.StateObject))
        : null;

    /// <summary>What begins with a continuation.</summary>
    public SuspendedChain From(ulong continuation)
    {
        var methods = new List<SuspendedMethod>();
        var (awaited, head) = Awaited(continuation);
        for (var current = continuation; current != 0 && methods.Count < Longest; current = image.Fields.Reference(current, SuspendedEntries.Next))
        {
            var point = image.Fields.Value<ulong>(current, SuspendedEntries.Point) ?? 0;
            var address = point == 0 ? 0 : image.Memory.Pointer(point + (uint)SuspendedEntries.DiagnosticAddress.Offset);
            if (address != 0)
            {
                var state = image.Fields.Value<int>(current, SuspendedEntries.State);
                methods.Add(new SuspendedMethod(current, image.Runtime.GetMethodByInstructionPointer(address), address, state, point, methods.Count == 0 ? awaited : 0));
            }
            else if (current != head)
            {
                image.Unknown.Add(UnknownSubject.Continuation, image.Kinds.KindAt(current)?.Name ?? "?");
            }
        }

        return new SuspendedChain(methods, head);
    }

    /// <summary>The object whose method it is: the only one of the method's type among what the continuation keeps; 0 when there is none or several.</summary>
    public static ulong OwnerOf(Image image, SuspendedMethod method)
    {
        if (image.Kinds.KindAt(method.Continuation) is not { } kind || method.Method is null)
        {
            return 0;
        }

        var owners = ReferenceMap.Of(image.Memory, kind).Select(offset => image.Memory.Pointer(method.Continuation + (uint)offset))
            .Where(address => image.Kinds.KindAt(address)?.Type.MethodTable == method.Method.Type.MethodTable).Distinct().Take(2).ToList();
        return owners.Count == 1 ? owners[0] : 0;
    }

    /// <summary>What waits for a task or a source is put before the methods, made by hand and without a place in any of them.</summary>
    private (ulong Awaited, ulong Head) Awaited(ulong continuation)
    {
        var kind = image.Kinds.KindAt(continuation);
        return kind?.Exact == SuspendedEntries.TaskWait ? (image.Fields.Reference(continuation, SuspendedEntries.AwaitedTask), continuation)
            : kind?.Exact == SuspendedEntries.SourceWait ? (image.Fields.Reference(continuation, SuspendedEntries.AwaitedSource), continuation)
            : (0, 0);
    }
}
