namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>How the helper is started: the program, its arguments, and the whole of its environment.</summary>
internal sealed record HelperCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment)
{
    /// <summary>Gets whether it is machine code, which needs no runtime.</summary>
    public bool IsNative { get; init; }
}
