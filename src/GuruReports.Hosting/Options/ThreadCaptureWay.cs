namespace GuruReports.Hosting;

/// <summary>The ways in which the stacks of the threads can be captured.</summary>
public enum ThreadCaptureWay
{
    /// <summary>Whatever works, the best way first.</summary>
    Auto,

    /// <summary>An event session inside the process: one suspension, no socket.</summary>
    InProcess,

    /// <summary>The process's own diagnostics port: slower, several suspensions, needs the socket.</summary>
    DiagnosticsPort,
}
