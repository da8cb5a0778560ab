namespace GuruReports.Hosting.History;

/// <summary>Tells apart why a second of the record was none: a machine that slept, a clock that was set, a process that stood.</summary>
/// <param name="clock">The time of day, and the time that passes while the machine is awake.</param>
/// <param name="sinceBoot">Returns the time since boot, sleep included; null where that is not known.</param>
internal sealed class ClockWatch(TimeProvider clock, Func<TimeSpan?> sinceBoot)
{
    // A tick may come late on a busy machine; and clocks are slewed by parts of a second all the time.
    private static readonly TimeSpan s_noticed = TimeSpan.FromSeconds(2);

    private long _timestamp = clock.GetTimestamp();
    private DateTimeOffset _time = clock.GetUtcNow();
    private TimeSpan? _sinceBoot = sinceBoot();

    /// <summary>Looks at the clocks.</summary>
    /// <returns>The awake time since the last look, the time of day, and what was odd.</returns>
    public (TimeSpan Passed, DateTimeOffset Now, RowMark Mark) Look()
    {
        var timestamp = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var boot = sinceBoot();
        var passed = clock.GetElapsedTime(_timestamp, timestamp);
        var slept = boot - _sinceBoot - passed is { } sleep && sleep > s_noticed ? sleep : TimeSpan.Zero;
        var mark = slept > TimeSpan.Zero ? RowMark.MachineSlept : RowMark.None;
        mark |= (now - _time - passed - slept).Duration() > s_noticed ? RowMark.ClockSet : RowMark.None;
        mark |= passed > s_noticed ? RowMark.ProcessStood : RowMark.None;
        (_timestamp, _time, _sinceBoot) = (timestamp, now, boot);
        return (passed, now, mark);
    }
}
