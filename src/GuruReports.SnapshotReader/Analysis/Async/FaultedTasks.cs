using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Names async methods that ended with an exception that nobody has looked at.</summary>
internal static class FaultedTasks
{
    private const int Most = 50;
    private const int MostCarriers = 3;

    public static IReadOnlyList<FaultedTask> Read(Image image, IReadOnlyList<(ulong Address, ObjectKind Kind)> ended)
    {
        var faults = ended.Select(task => (task.Kind, Fault: FaultOf(image, task.Address))).Where(static task => task.Fault.Exception != 0).ToList();

        // What ran may be behind the task that nobody looked at, as with Task.Run: the same exception has passed both.
        var carriers = faults.Where(static task => (task.Kind.Roles & ObjectRoles.Box) != 0).ToLookup(static task => task.Fault.Exception, static task => task.Kind);
        return
        [
            .. faults
                .Where(static task => !task.Fault.IsHandled)
                .Select(task => (task.Fault.Exception, Method: Method(image, task.Kind, carriers[task.Fault.Exception])))
                .Where(static task => task.Method.Name.Length > 0)
                .GroupBy(task => (task.Method, Type: image.Kinds.KindAt(task.Exception)?.Name))
                .Select(group => new FaultedTask
                {
                    Method = group.Key.Method.Name,
                    Owner = group.Key.Method.Owner,
                    ExceptionType = group.Key.Type,
                    Message = image.Memory.Text(image.Fields.Reference(group.First().Exception, ThreadEntries.Message), image.Request.MaximumTextLength),
                    Count = group.Count(),
                })
                .OrderByDescending(static task => task.Count).ThenBy(static task => task.Method, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>The first exception of a task, 0 when none can be read, and whether somebody has looked at it.</summary>
    private static (ulong Exception, bool IsHandled) FaultOf(Image image, ulong task)
    {
        var holder = image.Fields.Reference(image.Fields.Reference(task, FaultEntries.Contingent), FaultEntries.Holder);
        var items = holder == 0 ? 0 : image.Fields.Reference(image.Fields.Reference(holder, FaultEntries.Exceptions), ContinuationEntries.Items);
        var first = items == 0 ? 0 : image.Memory.Pointer(items + 16);
        return (image.Fields.Reference(first, FaultEntries.Exception), image.Fields.Value<byte>(holder, FaultEntries.IsHandled) is not 0);
    }

    private static (string Name, CodeOwner Owner) Method(Image image, ObjectKind task, IEnumerable<ObjectKind> carriers)
    {
        if ((task.Roles & ObjectRoles.Box) != 0)
        {
            return (MethodOf(task), image.Symbols.Owner(MachineOf(task)));
        }

        var own = carriers.Where(box => image.Symbols.Owner(MachineOf(box)) is not CodeOwner.Framework).Select(MethodOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostCarriers).ToList();
        return (string.Join(" and ", own), CodeOwner.Service);
    }

    private static string MethodOf(ObjectKind kind) =>
        ImageNames.LastArgument(kind.Name) is { } machine ? ImageNames.OfStateMachine(machine) : kind.Name;

    // The box is the framework's; the state machine within, whose field comes last, is of the method's own module.
    private static Microsoft.Diagnostics.Runtime.ClrType MachineOf(ObjectKind kind) =>
        kind.Type.GetFieldByName(BoxEntries.StateMachine.Field)?.Type ?? kind.Type;
}
