namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>The runtime's own frames, by which a walk goes on, as the data access library names them.</summary>
internal static class RuntimeFrames
{
    /// <summary>How many words of such a frame say how a walk goes on; 0 where that is not known.</summary>
    public static int Words(string? name) => name switch
    {
        // What it is, the next one, what is called, the stack pointer, where the caller goes on, its frame pointer.
        "InlinedCallFrame" => 6,

        // What it is, the next one: no method stands behind it.
        "DebuggerU2MCatchHandlerFrame" => 2,
        _ => 0,
    };
}
