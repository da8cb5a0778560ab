using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>SocketsHttpHandler: its pools, one for each peer, and what a call goes through.</summary>
internal static class HttpRows
{
    private const string Calls = "some HTTP calls are missing";
    private static readonly KnownLibrary s_library = new("HttpClient", "System.Net.Http", ".NET 10");
    private static readonly KnownPeer s_authority = new("_originAuthority/IdnHost", "_originAuthority/Port");

    /// <summary>An HTTP/2 stream: the request and what has come of it.</summary>
    public static readonly KnownFacts Stream = new("CallsOut", Calls, isKept: true) { Library = s_library, TypeName = "System.Net.Http.Http2Connection+Http2Stream" };
    public static readonly KnownPath StreamRequest = Stream.At("_request");
    public static readonly KnownPath StreamRequestState = Stream.At("_requestCompletionState");
    public static readonly KnownPath StreamResponseState = Stream.At("_responseCompletionState");
    public static readonly KnownPath StreamHasHeaders = Stream.At("_responseHeadersReceived");

    /// <summary>An HTTP/1.1 connection, and what it is busy with.</summary>
    public static readonly KnownFacts Connection = new("CallsOut", Calls, isKept: true) { Library = s_library, TypeName = "System.Net.Http.HttpConnection" };
    public static readonly KnownPath ConnectionRequest = Connection.At("_currentRequest");
    public static readonly KnownPath ConnectionDisposed = Connection.At("_disposed");

    /// <summary>A request, and from its answer back to it.</summary>
    public static readonly KnownFacts Request = new("CallsOut", Calls) { Library = s_library, TypeName = "System.Net.Http.HttpRequestMessage", WithDerived = true };
    public static readonly KnownPath RequestMethod = Request.At("_method/_method");
    public static readonly KnownPath RequestAddress = Request.At("_requestUri/_string");
    public static readonly KnownFacts Response = new("CallsOut", Calls) { Library = s_library, TypeName = "System.Net.Http.HttpResponseMessage", WithDerived = true };
    public static readonly KnownPath ResponseRequest = Response.At("_requestMessage");

    /// <summary>The time limit of a call of HttpClient: it begins with the call.</summary>
    public static readonly KnownFacts Limit = new("CallsOut", "the ages of HTTP calls are missing") { Library = new(".NET", "System.Private.CoreLib", ".NET 10, 11"), TypeName = "System.Threading.CancellationTokenSource", WithDerived = true };
    public static readonly KnownPath LimitTimer = Limit.At("_timer");

    /// <summary>The beginning of the names of all that a call is in between.</summary>
    public const string Space = "System.Net.Http.";

    /// <summary>The beginning of the names of the methods in which a pool works for itself.</summary>
    public const string PoolMethods = Space + "HttpConnectionPool";

    /// <summary>The operation name of the activity of a call.</summary>
    public const string CallActivity = "System.Net.Http.HttpRequestOut";

    /// <summary>What a call waits with for a connection of a pool.</summary>
    public const string Waiter = "TaskCompletionSourceWithCancellation";

    /// <summary>What all calls share.</summary>
    public static IReadOnlyList<string> Shared { get; } =
        ["System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler", "System.Net.Http.HttpConnectionPoolManager"];

    /// <summary>How far a call is, by the methods that it stands in, the innermost ones first; the last word is for all else.</summary>
    public static IReadOnlyList<(string Method, CallState State)> Stages { get; } =
    [
        ("WaitForConnection", CallState.WaitingForConnection),
        (Waiter, CallState.WaitingForConnection),
        ("WaitForAvailableStreams", CallState.WaitingForConnection),
        ("SendRequestContent", CallState.Sending),
        ("SendRequestBody", CallState.Sending),
        ("SendHeaders", CallState.Sending),
        ("HttpConnection.Flush", CallState.Sending),
        ("HttpConnection.Write", CallState.Sending),
        ("ReadResponseHeaders", CallState.WaitingForHeaders),
        ("HttpConnection.InitialFill", CallState.WaitingForHeaders),
        ("HttpConnection.SendAsync", CallState.WaitingForHeaders),
        ("Http3RequestStream.SendAsync", CallState.WaitingForHeaders),
        ("LoadIntoBuffer", CallState.ReadingBody),
        ("SerializeToStream", CallState.ReadingBody),
        ("ReadStream.", CallState.ReadingBody),
        ("ReadData", CallState.ReadingBody),
        ("CopyTo", CallState.ReadingBody),
    ];

    /// <summary>How far a connection is that a pool makes, likewise.</summary>
    public static IReadOnlyList<(string Method, CallState State)> Openings { get; } = [("EstablishSslConnection", CallState.Handshaking), ("ConnectToTcpHost", CallState.Connecting)];

    /// <summary>A pool of connections, and what of it is about the streams of HTTP/2.</summary>
    public static readonly KnownPool Pool = new()
    {
        Library = s_library,
        TypeName = "System.Net.Http.HttpConnectionPool",
        Lends = "HTTP connections",
        Most = "_maxHttp11Connections",
        InUse = "_associatedHttp11ConnectionCount -_pendingHttp11ConnectionCount -_http11Connections",
        Opening = "_pendingHttp11ConnectionCount",
        Idle = "_http11Connections",
        Waiting = "_http11RequestQueue/_array#pending",
        Setting = "SocketsHttpHandler.MaxConnectionsPerServer",
        Peer = s_authority,
        Member = new(Connection.TypeName) { Pool = "_pool", Lent = "_currentRequest", Through = [Space, "System.IO."] },
    };

    public static readonly KnownPool Streams = new()
    {
        Library = s_library,
        TypeName = Pool.TypeName,
        Lends = "streams on the HTTP/2 connection",
        WaitsFor = "Http2Connection",
        Waiting = "_http2RequestQueue/_array#pending",
        Setting = "the server's limit on concurrent streams (SETTINGS_MAX_CONCURRENT_STREAMS); SocketsHttpHandler.EnableMultipleHttp2Connections allows more connections",
        Peer = s_authority,
        Places = new("System.Net.Http.Http2Connection", "_pool", "_maxConcurrentStreams", "_httpStreams"),
    };

    public static IReadOnlyList<KnownType> All { get; } = [Stream, Connection, Request, Response, Limit, Streams, Pool];
}
