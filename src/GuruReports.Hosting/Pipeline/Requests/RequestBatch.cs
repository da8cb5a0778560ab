namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>The requests that one report answers.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="Count">How many requests.</param>
/// <param name="Capture">The code that waits for the report; null when it goes to the destinations.</param>
internal sealed record RequestBatch(string Reason, int Count, CaptureRequest? Capture)
{
    /// <summary>Gets whether the reason, or a part of it, is somebody else's text: it may hold a secret.</summary>
    public bool HasForeignReason { get; init; }
}
