using System.Globalization;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>What a process that ended without saying so left behind.</summary>
/// <param name="Row">Its last second.</param>
/// <param name="Boot">Which boot of the machine this process runs in.</param>
/// <param name="MemoryKills">How many processes of this control group were ended for want of memory by now; null where that is not known.</param>
internal sealed record PreviousRun(LastWordsRow Row, string Boot, long? MemoryKills)
{
    private const double Full = 0.9;

    /// <summary>Gets whether the kernel ended a process of this group for want of memory in between.</summary>
    public bool WasKilledForMemory => MemoryKills > Row.MemoryKills;

    /// <summary>Says what happened, in one sentence.</summary>
    public string Summarize() => string.Create(
        CultureInfo.InvariantCulture,
        $"the previous run (pid {Row.ProcessId}, {Measures.Duration(Row.At - Row.StartedAt)}) ended {(Row.Crash is null ? "without saying so " : "")}at {Row.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}: {Cause()}");

    /// <summary>Says what its last second was like, one statement a line.</summary>
    public IEnumerable<string> Describe()
    {
        yield return $"in its last second it used {Say(Measure.Cpu)} and {Say(Measure.Resident)} of memory ({Say(Measure.Anonymous)} of it its own){Limit()}";
        yield return $"thread pool: {Say(Measure.Workers)} workers, {Say(Measure.Queued)} items waiting, {Say(Measure.Completed)} completed; {Say(Measure.Threads)} threads, {Say(Measure.Descriptors)} descriptors";
        yield return $"managed heap {Say(Measure.Heap)}, {Say(Measure.Paused)} of the time in collections, {Say(Measure.Exceptions)} exceptions";
    }

    private string Cause() => Row.Crash is { } exception ? $"nobody handled a {exception}" : (Row.Boot != Boot && Row.Boot.Length > 0 && Boot.Length > 0, WasKilledForMemory, IsFull) switch
    {
        (true, _, _) => "the machine was started anew in between",
        (_, true, _) => "in between the kernel ended a process of its control group for want of memory",
        (_, _, true) => "killed or crashed, which is not known; its memory was nearly at the limit",
        _ => "killed or crashed, which is not known",
    };

    private bool IsFull => Row.MemoryLimit is { } limit && Row.Value(Measure.GroupMemory) >= limit * Full;

    private string Limit() => Row.MemoryLimit is { } limit && float.IsFinite(Row.Value(Measure.GroupMemory))
        ? $"; its control group {Say(Measure.GroupMemory)} of {Measures.Size(limit)}"
        : "";

    private string Say(Measure measure) =>
        float.IsFinite(Row.Value(measure)) ? HistoryWords.Number(Row.Value(measure), MeasureDefinition.Of(measure).Unit) : "unknown";
}
