using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.CoreClr;

/// <summary>What a way of capturing delivers.</summary>
internal sealed class CapturedStacks
{
    /// <summary>Gets the stacks by OS thread id.</summary>
    public Dictionary<int, ThreadStack> ByThread { get; } = [];

    /// <summary>Gets what the runtime says about its threads, by OS thread id; null when this way does not tell.</summary>
    public Dictionary<int, RuntimeThread>? RuntimeThreads { get; set; }

    /// <summary>Gets how long managed threads stood still, at most; null when it is not known.</summary>
    public TimeSpan? Paused { get; set; }

    /// <summary>Gets or sets how many code addresses were not looked up before the deadline.</summary>
    public int Unresolved { get; set; }

    /// <summary>Gets what was left out.</summary>
    public List<string> Notes { get; } = [];
}
