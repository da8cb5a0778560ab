using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Adds up what the paths of a row lead to.</summary>
internal sealed class KnownMeasures(Image image)
{
    private const string Pending = "#pending";
    private const int MostWords = 1_000_000;
    private const int WordSize = 8;
    private const int FirstElement = 16;
    private readonly FieldPaths _paths = new(image);
    private CollectionLengths? _lengths;

    public FieldPaths Paths => _paths;

    /// <summary>The sum; null when the row has no such paths. A field that is gone is named in <paramref name="missing"/>.</summary>
    public long? Read(ulong address, string[] terms, ref string? missing)
    {
        if (terms.Length == 0)
        {
            return null;
        }

        var total = 0L;
        foreach (var term in terms)
        {
            var path = term.TrimStart('-');
            var isPending = path.EndsWith(Pending, StringComparison.Ordinal);
            var value = path == "." ? PathValue.To(address) : _paths.Read(address, isPending ? path[..^Pending.Length] : path);
            if (value.Number is null && value.Missing is null)
            {
                value = isPending ? PathValue.Of(CountPending(value.Object)) : (_lengths ??= new CollectionLengths(image, _paths)).Of(value.Object);
            }

            missing ??= value.Missing;
            total += term[0] == '-' ? -(value.Number ?? 0) : value.Number ?? 0;
        }

        return total;
    }

    // Of an array, what in it is a TaskCompletionSource whose task has not ended: who has given up stays in a queue for a while.
    private long CountPending(ulong array)
    {
        if (image.Kinds.KindAt(array) is not { ComponentSize: >= WordSize } kind)
        {
            return 0;
        }

        var words = Math.Min(MostWords, image.Memory.Int32(array + WordSize) * (long)kind.ComponentSize / WordSize);
        var count = 0L;
        for (var i = 0; i < words; i++)
        {
            var source = image.Memory.Pointer(array + FirstElement + ((uint)i * WordSize));
            if (source == 0 || image.Kinds.KindAt(source) is not { } found || (found.Roles & ObjectRoles.TaskSource) == 0)
            {
                continue;
            }

            var task = image.Fields.Reference(source, found.Is(TaskEntries.Source) ? TaskEntries.SourceTask : TaskEntries.SourceOfTask);
            count += task != 0 && !TaskState.IsEnded(image.Fields.Value<int>(task, TaskEntries.StateFlags) ?? 0) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a path leads to something, or to no zero; the other way round with a minus before it.</summary>
    public bool IsSet(ulong address, string path, ref string? missing)
    {
        var value = _paths.Read(address, path.TrimStart('-'));
        missing ??= value.Missing;
        return (value.Object != 0 || value.Number is > 0 or < 0) != (path[0] == '-');
    }
}
