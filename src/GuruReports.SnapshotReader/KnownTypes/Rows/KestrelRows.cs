namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Kestrel: one object for each connection of HTTP/1 and each stream of HTTP/2 and 3, used for one request after the other.</summary>
internal static class KestrelRows
{
    /// <summary>The states of a request between its headers and the end of its answer.</summary>
    public const int FirstStateOfWork = 3, LastStateOfWork = 5;

    public const int CustomMethod = 9;

    private const string Details = "some of what is known of HTTP requests is missing";

    public static readonly KnownFacts Request = new("Work", "HTTP requests of Kestrel are missing", isKept: true)
    {
        Library = new("Kestrel", "Microsoft.AspNetCore.Server.Kestrel.Core", "ASP.NET Core 10, 11"),
        TypeName = "Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpProtocol",
        WithDerived = true,
    };

    public static readonly KnownPath State = Request.At("_requestProcessingStatus");
    public static readonly KnownPath Method = Request.At("Method", Details);
    public static readonly KnownPath MethodText = Request.At("_methodText", Details);
    public static readonly KnownPath Path = Request.At("Path", Details);
    public static readonly KnownPath Version = Request.At("_httpVersion", Details);
    public static readonly KnownPath IsAborted = Request.At("_connectionAborted", Details);
    public static readonly KnownPath IsUpgraded = Request.At("IsUpgraded", Details);
    public static readonly KnownPath IsAccepted = Request.At("IsExtendedConnectAccepted", Details);
    public static readonly KnownPath Endpoint = Request.At("_endpoint", EndpointRows.Routes);

    /// <summary>What the server has made of it for the application.</summary>
    public static readonly KnownPath Context = Request.At("Microsoft.AspNetCore.Hosting.Server.Abstractions.IHostContextContainer<TContext>.HostContext", HostingRows.Times);

    /// <summary>The words for the methods, by their numbers.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["GET", "PUT", "DELETE", "POST", "HEAD", "TRACE", "PATCH", "CONNECT", "OPTIONS"];

    /// <summary>The words for the versions, by their numbers.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"];

    public static IReadOnlyList<KnownType> All { get; } = [Request];
}
