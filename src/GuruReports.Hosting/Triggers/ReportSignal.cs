using System.Globalization;
using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Arms the signal that asks for a report. From the return of <see cref="Arm(string?, bool, Action{string})"/> on, and for the rest of the process's
/// life, the signal does not end the process.
/// </summary>
internal static class ReportSignal
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<int, ArmedSignal> s_signals = [];

    /// <summary>
    /// Arms a signal: a name, a number, <c>none</c>, or null for the system's default. A bad value arms the default;
    /// validation stops the host later. Arming it again changes nothing but may add the takeover. The request is given the
    /// signal's name on the runtime's signal thread: it must only enqueue.
    /// </summary>
    /// <returns>What is armed. Never throws.</returns>
    internal static SignalState Arm(string? signal, bool takeover, Action<string> request)
    {
        var platform = SignalName.Current;
        if (!SignalName.TryResolve(signal, platform, out var number, out _))
        {
            number = SignalName.DefaultOf(platform);
        }

        if (number == 0)
        {
            var why = platform == SignalPlatform.None ? "this system has no signals" : "turned off";
            return new SignalState(0, "none", SignalMode.None, $"No signal asks for a report: {why}.");
        }

        var name = SignalName.Of(number, platform);
        try
        {
            lock (s_gate)
            {
                return Arm(number, name, takeover, request);
            }
        }
        catch (Exception exception)
        {
            // Named boundary: registration must not stop a service from starting. The other triggers stay.
            return new SignalState(number, name, SignalMode.None, $"{name} could not be armed: {exception.Message}");
        }
    }

    private static SignalState Arm(int number, string name, bool takeover, Action<string> request)
    {
        string? problem = null;
        var isTaken = takeover ? SignalTakeover.TryActivate(out problem) : SignalTakeover.IsActive;
        if (s_signals.TryGetValue(number, out var armed))
        {
            return Describe(armed, isTaken, problem, "");
        }

        armed = new ArmedSignal(number, name, request);
        armed.IsHarmlessWhenUnhandled = SignalDisposition.Prepare(number, isTaken, out var wasIgnored);
        SignalTakeover.Add(armed);
        armed.Registration = PosixSignalRegistration.Create((PosixSignal)number, armed.OnRegistered);
        s_signals.Add(number, armed);

        var notes = wasIgnored ? " It was ignored by inheritance; that is undone." : "";
        notes += SignalMask.Repair(number) ? " It was blocked by inheritance; one thread takes it now." : "";
        notes += OperatingSystem.IsLinux() && !SignalDisposition.Verify(number, isTaken) ? " Something else handles it." : "";
        return Describe(armed, isTaken, problem, notes);
    }

    private static SignalState Describe(ArmedSignal armed, bool isTaken, string? problem, string notes)
    {
        var how = isTaken
            ? "taken over before the thread pool"
            : "by registration, so a starved thread pool delays it" + (problem is null ? "" : $" (no takeover: {problem})");
        var text = string.Create(CultureInfo.InvariantCulture, $"{armed.Name} ({armed.Number}) asks for a report: {how}.{notes}");
        return new SignalState(armed.Number, armed.Name, isTaken ? SignalMode.TakenOver : SignalMode.Registered, text);
    }
}
