namespace GuruReports.Inspection.Vocabulary;

/// <summary>What a piece of work is.</summary>
internal enum WorkKind
{
    /// <summary>An HTTP request that the service answers.</summary>
    Request,

    /// <summary>A gRPC call with one request and one answer.</summary>
    Call,

    /// <summary>A method of a SignalR hub that a client has invoked.</summary>
    Invocation,

    /// <summary>Work that a library has begun an Activity for, such as a message that is handled.</summary>
    Activity,

    /// <summary>A timer's callback.</summary>
    Timer,

    /// <summary>An item that a worker of the thread pool runs, of no other kind.</summary>
    Item,

    /// <summary>A background service of the host.</summary>
    Service,

    /// <summary>A gRPC call that is a stream: it lives as long as client and service want.</summary>
    Stream,

    /// <summary>A WebSocket, or the connection of a SignalR client.</summary>
    Connection,
}
