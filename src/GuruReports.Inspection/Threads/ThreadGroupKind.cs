namespace GuruReports.Inspection.Threads;

/// <summary>Says why a group of threads stands where it stands: the lower the value, the sooner an operator wants to see it.</summary>
public enum ThreadGroupKind
{
    /// <summary>Uses a CPU.</summary>
    Hot = 0,

    /// <summary>Blocked below the service's own code.</summary>
    BlockedInUserCode,

    /// <summary>Running at the moment of the capture, without using much of a CPU.</summary>
    Running,

    /// <summary>Blocked without code of the service on the stack.</summary>
    Blocked,

    /// <summary>Waiting for work.</summary>
    Idle,

    /// <summary>Has no managed frame.</summary>
    NoManagedFrame,
}
