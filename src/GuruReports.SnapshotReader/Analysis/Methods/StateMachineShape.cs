using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Where a state machine keeps its state, its builder's task and its awaiters; offsets from its first byte.</summary>
internal sealed class StateMachineShape
{
    private StateMachineShape(ClrType type, int state, IReadOnlyList<int> builderTask, IReadOnlyList<int> awaiters, bool isIterator)
    {
        Type = type;
        StateOffset = state;
        BuilderTaskOffsets = builderTask;
        AwaiterOffsets = awaiters;
        IsIterator = isIterator;
    }

    public ClrType Type { get; }

    /// <summary>-1 when there is no state field.</summary>
    public int StateOffset { get; }

    /// <summary>References within the builder; the task of the method is one of them while it is pending.</summary>
    public IReadOnlyList<int> BuilderTaskOffsets { get; }

    /// <summary>References within the awaiters; while the method is suspended, those of the one it waits for are set.</summary>
    public IReadOnlyList<int> AwaiterOffsets { get; }

    /// <summary>Where the object is kept whose method it is; -1 when it needs none.</summary>
    public int ThisOffset { get; private init; } = -1;

    /// <summary>True for async iterators.</summary>
    public bool IsIterator { get; }

    /// <summary>
    /// Reads the shape off a type; <paramref name="origin"/> is 8 for classes, whose fields lie behind the method table.
    /// <paramref name="references"/> are the offsets of all references, ascending: which of them belong to a field is
    /// told by where the next field begins, since the type of a field cannot always be found.
    /// </summary>
    public static StateMachineShape Of(ClrType type, int origin, IReadOnlyList<int> references)
    {
        var state = -1;
        var builder = new List<int>();
        var awaiters = new List<int>();
        var isIterator = false;
        var self = -1;
        var starts = type.Fields.Select(field => field.Offset + origin).Order().ToArray();
        foreach (var field in type.Fields)
        {
            var name = field.Name ?? "";
            var start = field.Offset + origin;
            if (name == StateMachineNames.State)
            {
                state = start;
            }
            else if (name == StateMachineNames.This)
            {
                self = start;
            }
            else if (name == StateMachineNames.Builder)
            {
                AddReferences(start, starts, references, builder);
            }
            else if (name.StartsWith(StateMachineNames.Awaiter, StringComparison.Ordinal))
            {
                AddReferences(start, starts, references, awaiters);
            }

            isIterator |= name == StateMachineNames.Promise;
        }

        return new StateMachineShape(type, state, builder, awaiters, isIterator) { ThisOffset = self };
    }

    private static void AddReferences(int start, int[] starts, IReadOnlyList<int> references, List<int> result)
    {
        var end = Array.Find(starts, other => other > start) is var next and not 0 ? next : int.MaxValue;
        result.AddRange(references.Where(offset => offset >= start && offset < end));
    }
}
