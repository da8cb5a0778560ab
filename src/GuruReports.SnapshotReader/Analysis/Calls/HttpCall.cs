using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Async;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>What is known so far of the call with one request.</summary>
internal sealed class HttpCall
{
    public CallState State { get; set; }

    public ChainGroup? Chain { get; set; }

    /// <summary>Whether the chain is that in which its pool connects for it: whoever asked for the call comes first.</summary>
    public bool IsPools { get; set; }

    /// <summary>How far the connection is that its pool makes for it; null when none is seen.</summary>
    public CallState? Opening { get; set; }

    public int? Thread { get; set; }

    public ulong Pool { get; set; }

    /// <summary>The descriptor of the socket that it waits for; null when it waits for none.</summary>
    public int? Socket { get; set; }

    public long? Age { get; set; }
}
