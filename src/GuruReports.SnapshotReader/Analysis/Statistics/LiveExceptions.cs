using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>Counts the exceptions on the heap by type and message.</summary>
internal sealed class LiveExceptions
{
    private const int Most = 20_000;
    // The runtime keeps one of each for when it can make none.
    private static readonly string[] s_preallocated =
        ["System.OutOfMemoryException", "System.StackOverflowException", "System.ExecutionEngineException", "System.Threading.ThreadAbortException"];

    private readonly Image _image;
    private readonly Dictionary<(string Type, string? Message), long> _counts = [];

    public LiveExceptions(Image image) => _image = image;

    public void Add(ulong address, ObjectKind kind)
    {
        var key = (kind.Name, _image.Memory.Text(_image.Fields.Reference(address, ThreadEntries.Message), _image.Request.MaximumTextLength));
        if (key.Item2 is null && s_preallocated.Contains(kind.Name))
        {
            return;
        }

        if (_counts.TryGetValue(key, out var count) || _counts.Count < Most)
        {
            _counts[key] = count + 1;
        }
    }

    public IReadOnlyList<ExceptionGroup> Report(int most) =>
    [
        .. _counts
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key.Type, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Message, StringComparer.Ordinal)
            .Take(most)
            .Select(static pair => new ExceptionGroup { TypeName = pair.Key.Type, Message = pair.Key.Message, Count = pair.Value }),
    ];
}
