namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>Says what an exception tells of the world outside the code, as far as its type and its codes say.</summary>
internal enum FailureKind
{
    /// <summary>Nothing: the code's own matter.</summary>
    None = 0,

    /// <summary>Nobody listens at the address.</summary>
    Refused,

    /// <summary>There is no way to the peer, or it is not there.</summary>
    Unreachable,

    /// <summary>A host name has no address, or its name server does not answer.</summary>
    NameNotResolved,

    /// <summary>The peer did not answer in time.</summary>
    TimedOut,

    /// <summary>The two sides did not agree on a secure connection.</summary>
    SecureConnection,

    /// <summary>The peer does not accept who asks.</summary>
    Authentication,

    /// <summary>The peer was reached and says that it cannot do it (HTTP status 429 and 5xx, a server's limit).</summary>
    Rejected,

    /// <summary>What the peer answers breaks off, or is not what the protocol allows.</summary>
    BrokenAnswer,

    /// <summary>The peer was reached and says that others hold the locks that it needs: locked, deadlock, conflict.</summary>
    Locked,

    /// <summary>A pool or a limit within the process had no place free.</summary>
    Exhausted,

    /// <summary>There is no room left on the disk, or it cannot be written to.</summary>
    DiskFull,

    /// <summary>The process or the system may open no more files.</summary>
    TooManyFiles,

    /// <summary>No local address or port is left.</summary>
    NoAddressLeft,

    /// <summary>The address is in use by somebody else.</summary>
    AddressInUse,

    /// <summary>The system denies access.</summary>
    AccessDenied,

    /// <summary>There is no memory left.</summary>
    OutOfMemory,
}
