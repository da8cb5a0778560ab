namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>How far a call out is.</summary>
internal enum CallState
{
    /// <summary>Not known: it stands in code that is not the library's.</summary>
    Unknown,

    /// <summary>None of the pool is free, so it waits for one.</summary>
    WaitingForConnection,

    /// <summary>Its connection is being made.</summary>
    Connecting,

    /// <summary>The peer has accepted its connection, and the two agree on how to encrypt it (TLS).</summary>
    Handshaking,

    /// <summary>The request is being sent.</summary>
    Sending,

    /// <summary>The request was sent; nothing of the answer has come.</summary>
    WaitingForHeaders,

    /// <summary>The head of the answer has come; the body is being read.</summary>
    ReadingBody,

    /// <summary>The head of the answer has come; nobody reads the body.</summary>
    Unread,

    /// <summary>A command is executed.</summary>
    Executing,

    /// <summary>The rows of a command are read.</summary>
    Fetching,
}
