namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>Names what asked for a report, in one of a few words.</summary>
internal static class TriggerName
{
    /// <summary>Returns the word; of several requests that one report answers, that of the first.</summary>
    public static string Of(RequestBatch batch) => batch switch
    {
        { Capture.Publish: false } or { HasForeignReason: true } => "code",
        { Capture: not null } => "crash",
        _ when batch.Reason.StartsWith("SIG", StringComparison.Ordinal) || batch.Reason.StartsWith("signal", StringComparison.Ordinal) => "signal",
        _ when batch.Reason.StartsWith("request file", StringComparison.Ordinal) => "file",
        _ when batch.Reason.Contains("(GuruMeditation:Watchdog:Rules:", StringComparison.Ordinal) => "rule",
        _ => "watchdog",
    };
}
