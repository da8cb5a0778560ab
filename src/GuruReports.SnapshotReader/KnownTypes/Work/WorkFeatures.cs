using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>What the rows of work tell, each with the words for a report that lacks it.</summary>
internal static class WorkFeatures
{
    private const string Part = "Work";

    public static readonly RuntimeFeature Requests = new(Part, "HTTP requests of Kestrel are missing");
    public static readonly RuntimeFeature RequestDetails = new(Part, "some of what is known of HTTP requests is missing");
    public static readonly RuntimeFeature RequestTimes = new(Part, "some ages and traces of HTTP requests are missing");
    public static readonly RuntimeFeature Routes = new(Part, "HTTP requests are named by their paths");
    public static readonly RuntimeFeature Actions = new(Part, "the actions of controllers are missing");
    public static readonly RuntimeFeature Traces = new(Part, "traces, and what belongs together by them, are missing");
    public static readonly RuntimeFeature Accessors = new(Part, "what belongs to a request is not told by IHttpContextAccessor");
    public static readonly RuntimeFeature Services = new(Part, "background services are missing");
    public static readonly RuntimeFeature Hubs = new(Part, "invocations of SignalR hubs are missing");
    public static readonly RuntimeFeature Calls = new(Part, "gRPC calls are told as HTTP requests");
}
