using System.Diagnostics;
using GuruReports.Hosting.Facts.Host;

namespace GuruReports.Hosting.Sections;

/// <summary>Notes, once for the process, when reports were registered and whether a host has begun to start since.</summary>
internal static class ServiceLife
{
    private static long s_registeredAt;
    private static volatile bool s_hasBegun;

    /// <summary>Notes the registration; the first one counts.</summary>
    public static void Register() => Interlocked.CompareExchange(ref s_registeredAt, Stopwatch.GetTimestamp(), 0);

    /// <summary>Notes that a host begins to start.</summary>
    public static void Begin() => s_hasBegun = true;

    /// <summary>Returns what was noted.</summary>
    public static StartFacts Read() => new()
    {
        RegisteredFor = Volatile.Read(ref s_registeredAt) is var at and not 0 ? Stopwatch.GetElapsedTime(at) : null,
        HasBegun = s_hasBegun,
    };
}
