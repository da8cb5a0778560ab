using GuruReports.Inspection.Threads;

namespace GuruReports.ThreadZoo;

/// <summary>A thread whose stack and state are known beforehand.</summary>
/// <param name="Name">The thread's name.</param>
/// <param name="Frame">The expected leaf-most frame of own code.</param>
/// <param name="State">The expected state.</param>
/// <param name="Body">What the thread runs.</param>
/// <param name="Kind">The expected kind of that frame.</param>
internal sealed record Exhibit(string Name, string Frame, ThreadActivity State, Action Body, FrameKind Kind = FrameKind.Method)
{
    /// <summary>Gets or sets the line that the thread said it would block in; 0 when it did not say.</summary>
    public int Line { get; set; }

    /// <summary>Gets or sets the stack that the thread recorded of itself, leaf first; null when it recorded none.</summary>
    public IReadOnlyList<string>? Recorded { get; set; }

    /// <summary>Gets whether the code was emitted at run time: it has no lines, and is nobody's project.</summary>
    public bool IsEmitted => Kind == FrameKind.Dynamic || Name.StartsWith("collectible", StringComparison.Ordinal);
}
