using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.History.NearMisses;

/// <summary>A moment in which the service nearly stood still. Any thread may read; how long it lasted and who stood where come later.</summary>
internal sealed class NearMiss(NearMissKind kind, DateTimeOffset at)
{
    private long _lastedTicks;
    private volatile IReadOnlyList<ThreadGroup> _groups = [];
    private volatile string? _missing;

    public NearMissKind Kind => kind;

    /// <summary>Gets when it was noticed, UTC.</summary>
    public DateTimeOffset At => at;

    /// <summary>Gets or sets how long it lasted, as far as is known.</summary>
    public TimeSpan Lasted { get => new(Interlocked.Read(ref _lastedTicks)); set => Interlocked.Exchange(ref _lastedTicks, value.Ticks); }

    /// <summary>Gets or sets the threads of the service that did not wait for work then, the guilty first.</summary>
    public IReadOnlyList<ThreadGroup> Groups { get => _groups; set => _groups = value; }

    /// <summary>Gets or sets why <see cref="Groups"/> is empty; null where it is not.</summary>
    public string? Missing { get => _missing; set => _missing = value; }
}
