using GuruReports.SnapshotReader.Analysis.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Where a state machine keeps its state, its builder's task and its awaiters; offsets from its first byte.</summary>
internal sealed class StateMachineShape
{
    private const int Deepest = 5;

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

    /// <summary>True for async iterators.</summary>
    public bool IsIterator { get; }

    /// <summary>Reads the shape off a type; <paramref name="origin"/> is 8 for classes, whose fields lie behind the method table.</summary>
    public static StateMachineShape Of(ClrType type, int origin)
    {
        var state = -1;
        var builder = new List<int>();
        var awaiters = new List<int>();
        var isIterator = false;
        foreach (var field in type.Fields)
        {
            var name = field.Name ?? "";
            if (name == "<>1__state")
            {
                state = field.Offset + origin;
            }
            else if (name == "<>t__builder")
            {
                AddReferences(field, field.Offset + origin, builder, 0);
            }
            else if (name.StartsWith("<>u__", StringComparison.Ordinal))
            {
                AddReferences(field, field.Offset + origin, awaiters, 0);
            }

            isIterator |= name == "<>v__promiseOfValueOrEnd";
        }

        return new StateMachineShape(type, state, builder, awaiters, isIterator);
    }

    private static void AddReferences(ClrInstanceField field, int offset, List<int> result, int depth)
    {
        if (field.IsObjectReference)
        {
            result.Add(offset);
            return;
        }

        if (!field.IsValueType || field.IsPrimitive || field.Type is null || depth == Deepest)
        {
            return;
        }

        foreach (var inner in field.Type.Fields)
        {
            AddReferences(inner, offset + inner.Offset, result, depth + 1);
        }
    }
}
