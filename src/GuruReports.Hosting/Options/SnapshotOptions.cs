namespace GuruReports.Hosting;

/// <summary>How the copy-on-write snapshot of the process is taken.</summary>
public sealed class SnapshotOptions
{
    /// <summary>Gets or sets whether a snapshot is taken. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets the longest pause of the service that a snapshot may cost, estimated before it is taken. Default: 250 ms.</summary>
    public TimeSpan MaximumPause { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets or sets how long reading the snapshot may take. Default: 12 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Gets or sets how old a report may become while it waits for a snapshot that is short of processors: the machine is
    /// busy, or the control group allows too little. Default: 4 s. What the snapshot would tell is then left out, and the
    /// report says so.
    /// </summary>
    public TimeSpan TimeoutWhenStarved { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Gets or sets in what time one more snapshot is taken while reports follow each other without end; after a rest, six are taken
    /// one after the other. Default: 30 s; zero takes one for every report. A report without one says so.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets whether a snapshot is taken of a process that is not dumpable (PR_SET_DUMPABLE in prctl(2)), which is made so for
    /// the moment of the clone. Other processes of the same user can read its memory then. Default: false.
    /// </summary>
    public bool AllowNotDumpable { get; set; }

    /// <summary>Gets or sets whether the heap is walked for the Heap section. Default: false.</summary>
    public bool HeapWalk { get; set; }

    /// <summary>Gets pools and queues of the service's own, for Calls Out and Queues; at most 32.</summary>
    public IList<KnownTypeOptions> KnownTypes { get; } = [];
}
