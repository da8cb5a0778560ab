using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>Kestrel, ASP.NET Core 10 and 11: one object for each connection of HTTP/1 and each stream of HTTP/2 and 3, used for one request after the other.</summary>
internal static class KestrelRows
{
    /// <summary>The states of a request between its headers and the end of its answer.</summary>
    public const int FirstStateOfWork = 3, LastStateOfWork = 5;

    public const int CustomMethod = 9;

    private const string Library = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string Http = Library + ".Internal.Http.";
    private const string Context = "<Microsoft.AspNetCore.Hosting.Server.Abstractions.IHostContextContainer<TContext>.HostContext>k__BackingField";

    public static readonly RuntimeType Request = new(Http + "HttpProtocol", WorkFeatures.Requests) { Library = Library };
    public static readonly RuntimeField State = new(Request, "_requestProcessingStatus", FieldShape.Struct, WorkFeatures.Requests);
    public static readonly RuntimeField Method = new(Request, "<Method>k__BackingField", FieldShape.Struct, WorkFeatures.RequestDetails);
    public static readonly RuntimeField MethodText = new(Request, "_methodText", FieldShape.Reference, WorkFeatures.RequestDetails);
    public static readonly RuntimeField Path = new(Request, "<Path>k__BackingField", FieldShape.Reference, WorkFeatures.RequestDetails);
    public static readonly RuntimeField Version = new(Request, "_httpVersion", FieldShape.Struct, WorkFeatures.RequestDetails);
    public static readonly RuntimeField IsAborted = new(Request, "_connectionAborted", FieldShape.Bits8, WorkFeatures.RequestDetails);
    public static readonly RuntimeField IsUpgraded = new(Request, "<IsUpgraded>k__BackingField", FieldShape.Bits8, WorkFeatures.RequestDetails);
    public static readonly RuntimeField IsAccepted = new(Request, "<IsExtendedConnectAccepted>k__BackingField", FieldShape.Bits8, WorkFeatures.RequestDetails);
    public static readonly RuntimeField Endpoint = new(Request, "_endpoint", FieldShape.Reference, WorkFeatures.Routes);

    public static readonly RuntimeType Http1 = new(Http + "Http1Connection`1", WorkFeatures.RequestTimes) { Library = Library };
    public static readonly RuntimeField ContextOfHttp1 = new(Http1, Context, FieldShape.Parameter, WorkFeatures.RequestTimes);
    public static readonly RuntimeType Http2 = new(Library + ".Internal.Http2.Http2Stream`1", WorkFeatures.RequestTimes) { Library = Library };
    public static readonly RuntimeField ContextOfHttp2 = new(Http2, Context, FieldShape.Parameter, WorkFeatures.RequestTimes);
    public static readonly RuntimeType Http3 = new(Library + ".Internal.Http3.Http3Stream`1", WorkFeatures.RequestTimes) { Library = Library };
    public static readonly RuntimeField ContextOfHttp3 = new(Http3, Context, FieldShape.Parameter, WorkFeatures.RequestTimes);

    /// <summary>The words for the methods, by their numbers.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["GET", "PUT", "DELETE", "POST", "HEAD", "TRACE", "PATCH", "CONNECT", "OPTIONS"];

    /// <summary>The words for the versions, by their numbers.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"];

    public static IReadOnlyList<RuntimeField> Contexts { get; } = [ContextOfHttp1, ContextOfHttp2, ContextOfHttp3];

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Request, State, Method, MethodText, Path, Version, IsAborted, IsUpgraded, IsAccepted, Endpoint,
        Http1, ContextOfHttp1, Http2, ContextOfHttp2, Http3, ContextOfHttp3,
    ];
}
