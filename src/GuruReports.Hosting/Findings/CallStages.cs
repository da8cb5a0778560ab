using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.Hosting.Findings;

/// <summary>Says how far a call out is.</summary>
internal static class CallStages
{
    public static string Words(CallState state) => state switch
    {
        CallState.WaitingForConnection => "waiting for a connection",
        CallState.Connecting => "connecting",
        CallState.Handshaking => "in the TLS handshake",
        CallState.Sending => "sending",
        CallState.WaitingForHeaders => "waiting for the headers",
        CallState.ReadingBody => "reading the body",
        CallState.Unread => "answered, body not read",
        CallState.Executing => "executing",
        CallState.Fetching => "reading rows",
        _ => "not known",
    };

    /// <summary>Says it where it is not what most calls wait for: that the answer has not come.</summary>
    public static string Unusual(CallState state) =>
        state is CallState.Connecting or CallState.Handshaking or CallState.Sending or CallState.ReadingBody ? $", {Words(state)}" : "";
}
