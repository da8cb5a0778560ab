namespace GuruReports.Hosting.History;

/// <summary>How a measure is named, counted and made into minutes.</summary>
/// <param name="Name">Its name in a report.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="KeepsWorst">Whether a minute keeps its largest second; else the mean of them.</param>
internal sealed record MeasureDefinition(string Name, MeasureUnit Unit, bool KeepsWorst = false)
{
    private static readonly MeasureDefinition[] s_all =
    [
        new("CPU", MeasureUnit.Processors),
        new("CPU in the kernel", MeasureUnit.Processors),
        new("CPU of the group", MeasureUnit.Processors),
        new("throttled", MeasureUnit.Share),
        new("memory", MeasureUnit.Bytes),
        new("memory, anonymous", MeasureUnit.Bytes),
        new("memory of the group", MeasureUnit.Bytes),
        new("memory limit of the group", MeasureUnit.Bytes, KeepsWorst: true),
        new("managed heap", MeasureUnit.Bytes),
        new("allocated", MeasureUnit.BytesPerSecond),
        new("collections", MeasureUnit.PerSecond),
        new("collections, gen 1 and 2", MeasureUnit.PerSecond),
        new("collections, gen 2", MeasureUnit.PerSecond),
        new("paused by collections", MeasureUnit.Share),
        new("pool workers", MeasureUnit.Count),
        new("pool items waiting", MeasureUnit.Count),
        new("pool items completed", MeasureUnit.PerSecond),
        new("pool answers after", MeasureUnit.Milliseconds, KeepsWorst: true),
        new("lock contentions", MeasureUnit.PerSecond),
        new("exceptions", MeasureUnit.PerSecond),
        new("requests begun", MeasureUnit.PerSecond),
        new("requests ended", MeasureUnit.PerSecond),
        new("time without a request's end", MeasureUnit.Seconds, KeepsWorst: true),
        new("active timers", MeasureUnit.Count),
        new("threads", MeasureUnit.Count),
        new("descriptors", MeasureUnit.Count),
    ];

    /// <summary>Gets the least difference of two levels that means anything.</summary>
    public double Floor => Unit switch
    {
        MeasureUnit.Processors => 0.1,
        MeasureUnit.Share => 0.05,
        MeasureUnit.Bytes => 16 << 20,
        MeasureUnit.BytesPerSecond => 1 << 20,
        MeasureUnit.Milliseconds => 100,
        _ => 5,
    };

    /// <summary>Gets how many measures there are.</summary>
    public static int Count => s_all.Length;

    /// <summary>Returns the definition of a measure.</summary>
    public static MeasureDefinition Of(Measure measure) => s_all[(int)measure];
}
