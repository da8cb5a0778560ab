using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Which tasks and threads have ended that an object keeps beside its queue: one of them may have been the reader.</summary>
internal sealed class EndedReaders(Image image, IReadOnlyList<ThreadImage> threads)
{
    private const int WordSize = 8;
    private const int Most = 3;

    // Of the runtime's list of threads: made and not begun.
    private const int Unstarted = 0x400;

    public IReadOnlyList<string> Of(IEnumerable<(ulong Address, ObjectKind Kind)> keepers) =>
        [.. keepers.SelectMany(Of).Distinct(StringComparer.Ordinal).Take(Most)];

    private IEnumerable<string> Of((ulong Address, ObjectKind Kind) keeper)
    {
        foreach (var field in keeper.Kind.Type.Fields.Where(static field => field.IsObjectReference))
        {
            var address = image.Memory.Pointer(keeper.Address + (uint)field.Offset + WordSize);
            if (image.Kinds.KindAt(address) is { } kind && (TaskText(address, kind) ?? ThreadText(address, kind)) is { } text)
            {
                yield return $"{text}, which {keeper.Kind.Name}.{FieldNames.Readable(field.Name)} keeps";
            }
        }
    }

    // The library hands out the same task again and again for what had nothing to wait for: that was no reader.
    private string? TaskText(ulong address, ObjectKind kind)
    {
        if ((kind.Roles & ObjectRoles.Task) == 0 || image.Fields.Value<int>(address, TaskEntries.StateFlags) is not { } flags || !TaskState.IsEnded(flags))
        {
            return null;
        }

        var how = TaskState.IsFaulted(flags) ? "has ended with an exception" : TaskState.IsCanceled(flags) ? "was cancelled" : "has ended";
        return (kind.Roles & ObjectRoles.Box) != 0 && ImageNames.LastArgument(kind.Name) is { } machine ? $"async {ImageNames.OfStateMachine(machine)} {how}"
            : kind.Is(PromiseEntries.Unwrap) || (flags & TaskState.DelegateInvoked) != 0 ? $"a task {how}"
            : null;
    }

    private string? ThreadText(ulong address, ObjectKind kind)
    {
        if (!kind.Is(ThreadEntries.Thread) || image.Fields.Value<int>(address, ThreadEntries.Id) is not { } id || threads.Any(thread => thread.ManagedId == id))
        {
            return null;
        }

        var name = image.Memory.Text(image.Fields.Reference(address, ThreadEntries.Name), image.Request.MaximumTextLength);
        return image.Runtime.Threads.FirstOrDefault(thread => thread.ManagedThreadId == id) is { IsAlive: false } ended && ((int)ended.State & Unstarted) == 0
            ? $"thread {(name is { Length: > 0 } ? $"\"{name}\"" : $"#{id}")} has ended"
            : null;
    }
}
