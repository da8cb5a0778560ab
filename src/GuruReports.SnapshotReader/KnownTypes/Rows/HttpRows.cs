using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>SocketsHttpHandler: its pools, one for each peer, and what a call goes through.</summary>
internal static class HttpRows
{
    /// <summary>An HTTP/2 stream: the request and what has come of it.</summary>
    public const string Stream = "System.Net.Http.Http2Connection+Http2Stream";
    public const string StreamRequest = "_request";
    public const string StreamRequestState = "_requestCompletionState";
    public const string StreamResponseState = "_responseCompletionState";
    public const string StreamHasHeaders = "_responseHeadersReceived";

    /// <summary>An HTTP/1.1 connection, and what it is busy with.</summary>
    public const string Connection = "System.Net.Http.HttpConnection";
    public const string ConnectionRequest = "_currentRequest";
    public const string ConnectionDisposed = "_disposed";

    /// <summary>A pool.</summary>
    public const string Pool = "System.Net.Http.HttpConnectionPool";

    /// <summary>A request, and from its answer back to it.</summary>
    public const string Request = "System.Net.Http.HttpRequestMessage";
    public const string RequestMethod = "_method/_method";
    public const string RequestAddress = "_requestUri/_string";
    public const string Response = "System.Net.Http.HttpResponseMessage";
    public const string ResponseRequest = "_requestMessage";

    /// <summary>The time limit of a call of HttpClient: it begins with the call.</summary>
    public const string Limit = "System.Threading.CancellationTokenSource";
    public const string LimitTimer = "_timer";

    /// <summary>The beginning of the names of all that a call is in between.</summary>
    public const string Space = "System.Net.Http.";

    /// <summary>What a call waits with for a connection of a pool.</summary>
    public const string Waiter = "TaskCompletionSourceWithCancellation";

    /// <summary>The types that the walk keeps for the calls.</summary>
    public static IReadOnlyList<string> Others { get; } = [Stream];

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

    private static readonly KnownLibrary s_library = new("HttpClient", "System.Net.Http", ".NET 10");
    private static readonly KnownPeer s_authority = new("_originAuthority/<IdnHost>k__BackingField", "_originAuthority/<Port>k__BackingField");

    public static IReadOnlyList<KnownPool> Pools { get; } =
    [
        new()
        {
            Library = s_library,
            TypeName = Pool,
            Lends = "streams on the HTTP/2 connection",
            WaitsFor = "Http2Connection",
            Waiting = ["_http2RequestQueue/_array#pending"],
            Setting = "the server's limit on concurrent streams (SETTINGS_MAX_CONCURRENT_STREAMS); SocketsHttpHandler.EnableMultipleHttp2Connections allows more connections",
            Peer = s_authority,
            Places = new("System.Net.Http.Http2Connection", "_pool", "_maxConcurrentStreams", "_httpStreams"),
        },
        new()
        {
            Library = s_library,
            TypeName = Pool,
            Lends = "HTTP connections",
            Most = ["_maxHttp11Connections"],
            InUse = ["_associatedHttp11ConnectionCount", "-_pendingHttp11ConnectionCount", "-_http11Connections"],
            Opening = ["_pendingHttp11ConnectionCount"],
            Idle = ["_http11Connections"],
            Waiting = ["_http11RequestQueue/_array#pending"],
            Setting = "SocketsHttpHandler.MaxConnectionsPerServer",
            Peer = s_authority,
            Member = new(Connection) { Pool = "_pool", Lent = "_currentRequest", Through = [Space, "System.IO."] },
        },
    ];
}
