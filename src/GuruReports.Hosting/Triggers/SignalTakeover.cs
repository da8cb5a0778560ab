using GuruReports.Inspection.CoreClr;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Takes armed signals on the runtime's signal thread, before the runtime queues them to the thread pool. What anybody else has
/// registered for still goes on to the runtime.
/// </summary>
internal static class SignalTakeover
{
    private const int MaximumSignal = 64;

    private static readonly ArmedSignal?[] s_armed = new ArmedSignal?[MaximumSignal + 1];
    private static volatile bool s_active;

    /// <summary>Gets whether signals are taken over.</summary>
    internal static bool IsActive => s_active;

    /// <summary>Adds a signal to those that are taken. Has no effect while the takeover is not active.</summary>
    internal static void Add(ArmedSignal signal) => Volatile.Write(ref s_armed[signal.Number], signal);

    /// <summary>Puts the takeover in place. Called under the lock of <see cref="ReportSignal"/>.</summary>
    /// <returns>Whether the takeover is in place.</returns>
    internal static bool TryActivate(out string? problem)
    {
        problem = null;
        return s_active || (s_active = RuntimeSignals.TryWatch(OnSignal, out problem));
    }

    // Runs on the runtime's signal thread: it only enqueues. An armed signal never ends the process.
    private static bool OnSignal(int number)
    {
        var armed = (uint)number <= MaximumSignal ? Volatile.Read(ref s_armed[number]) : null;
        armed?.Request();
        return armed is not null;
    }
}
