namespace GuruReports.Inspection.Threads;

/// <summary>Names the way in which the stacks of a <see cref="ThreadCapture"/> were taken.</summary>
public enum ThreadCaptureMethod
{
    /// <summary>No way worked; <see cref="ThreadCapture.UnavailableReason"/> says why. Threads are listed without frames.</summary>
    Unavailable = 0,

    /// <summary>An event session inside the process: one suspension, no socket.</summary>
    InProcess,

    /// <summary>The process's own diagnostics port: slower, several suspensions, needs the socket.</summary>
    DiagnosticsPort,
}
