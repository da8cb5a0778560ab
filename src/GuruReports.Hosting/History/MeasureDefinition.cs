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
        new("CPU of the control group", MeasureUnit.Processors),
        new("throttled", MeasureUnit.Share),
        new("memory", MeasureUnit.Bytes),
        new("memory without files", MeasureUnit.Bytes),
        new("memory of the control group", MeasureUnit.Bytes),
        new("managed heap", MeasureUnit.Bytes),
        new("allocated", MeasureUnit.BytesPerSecond),
        new("collections", MeasureUnit.PerSecond),
        new("collections of generation 1 and 2", MeasureUnit.PerSecond),
        new("collections of generation 2", MeasureUnit.PerSecond),
        new("paused by collections", MeasureUnit.Share),
        new("pool workers", MeasureUnit.Count),
        new("pool items waiting", MeasureUnit.Count),
        new("pool items completed", MeasureUnit.PerSecond),
        new("pool answers after", MeasureUnit.Milliseconds, KeepsWorst: true),
        new("lock contentions", MeasureUnit.PerSecond),
        new("exceptions", MeasureUnit.PerSecond),
        new("active timers", MeasureUnit.Count),
        new("threads", MeasureUnit.Count),
        new("descriptors", MeasureUnit.Count),
    ];

    /// <summary>Gets how many measures there are.</summary>
    public static int Count => s_all.Length;

    /// <summary>Returns the definition of a measure.</summary>
    public static MeasureDefinition Of(Measure measure) => s_all[(int)measure];
}
