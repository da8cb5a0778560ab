using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Names async methods that ended with an exception that nobody has looked at.</summary>
internal static class FaultedTasks
{
    private const int Most = 50;

    public static IReadOnlyList<FaultedTask> Read(Image image, IReadOnlyList<(ulong Address, ObjectKind Kind)> ended) =>
    [
        .. ended
            .Where(task => (task.Kind.Roles & ObjectRoles.Box) != 0)
            .Select(task => (task.Kind, Exception: Unhandled(image, task.Address)))
            .Where(static task => task.Exception != 0)
            .Select(task => (task.Kind, Type: image.Kinds.KindAt(task.Exception)?.Name, Message: image.Memory.Text(image.Fields.Reference(task.Exception, ThreadEntries.Message), image.Request.MaximumTextLength)))
            .GroupBy(static task => (task.Kind, task.Type))
            .Select(group => new FaultedTask
            {
                Method = MethodOf(group.Key.Kind),
                IsFramework = image.Symbols.IsFramework(ModuleOf(group.Key.Kind)),
                ExceptionType = group.Key.Type,
                Message = group.First().Message,
                Count = group.Count(),
            })
            .OrderByDescending(static task => task.Count).ThenBy(static task => task.Method, StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>The first exception of a task that nobody has looked at; 0 when somebody has, or none can be read.</summary>
    private static ulong Unhandled(Image image, ulong task)
    {
        var holder = image.Fields.Reference(image.Fields.Reference(task, FaultEntries.Contingent), FaultEntries.Holder);
        if (holder == 0 || image.Fields.Value<byte>(holder, FaultEntries.IsHandled) is not 0)
        {
            return 0;
        }

        var items = image.Fields.Reference(image.Fields.Reference(holder, FaultEntries.Exceptions), ContinuationEntries.Items);
        var first = items == 0 ? 0 : image.Memory.Pointer(items + 16);
        return image.Fields.Reference(first, FaultEntries.Exception);
    }

    private static string MethodOf(ObjectKind kind) =>
        CompilerNames.LastArgument(kind.Name) is { } machine ? CompilerNames.OfStateMachine(machine) : kind.Name;

    // The box is the framework's; the state machine within, whose field comes last, is of the method's own module.
    private static Microsoft.Diagnostics.Runtime.ClrModule? ModuleOf(ObjectKind kind) =>
        kind.Type.GetFieldByName(BoxEntries.StateMachine.Field)?.Type?.Module ?? kind.Type.Module;
}
