namespace GuruReports.Hosting.Triggers;

/// <summary>One item that goes through the thread pool and back.</summary>
internal interface IHeartbeat
{
    /// <summary>Gets whether anything waits in the pool; where nothing does, nobody suffers and no beat is needed.</summary>
    bool IsWorkWaiting { get; }

    /// <summary>Gets whether the beat was sent and has not run yet.</summary>
    bool IsUnderWay { get; }

    /// <summary>Sends the beat. Only called while none is under way.</summary>
    void Send();
}
